What is published holds nothing that the public may not see, and nothing of a text becomes markup.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'PLANTED-TEXT nurse: at least 700 people PLANTED-WORDS' > text
  $ guvoh add text --id PLANTED-alias --kind interview --title 'PLANTED-TITLE' --lang en --date 2031-05-14 \
  >   --url https://planted.example > /dev/null
  $ echo 'Police: 500 people.' > page
  $ guvoh add page --id page --kind article --title 'The <b>page</b>' --url 'https://e.org/?a="b"' --public > /dev/null
  $ claim() { guvoh claim add "$@" --event may --lang en --place almaty > /dev/null; }
  $ claim 'at least 700 people' --id c1 --measure detained --days 2031-05-12 --class defenders \
  >   --speaker 'PLANTED-SPEAKER' --via 'PLANTED-VIA' --said-at 2031-05-14 --source PLANTED-alias \
  >   --confidentiality public
  $ claim '500 people' --id c2 --measure taken-to-police --days 2031-05-12 --class state \
  >   --origin nur-sultan-police --coverage total --source page --speaker '<script>alert(1)</script>'
  $ claim 4711 --id PLANTED-claim --measure detained --days 2031-05-13 --class media --speaker PLANTED-SPEAKER
  $ guvoh record add person --id PLANTED-person > /dev/null
  $ guvoh state PLANTED-person name 'PLANTED-NAME' > /dev/null
  $ guvoh record add event --id may > /dev/null
  $ guvoh record add act --id a1 > /dev/null
  $ guvoh record add demand --id d1 > /dev/null
  $ state() { guvoh state "$@" > /dev/null; }
  $ state may name 'The assembly of May' --lang en --source page --public
  $ state may description 'PLANTED-EVENT' --lang en --source page
  $ state a1 name 'A detention' --lang en --source PLANTED-alias --speaker PLANTED-SPEAKER --public
  $ state a1 part-of may --source page --public
  $ state a1 victim PLANTED-person --source page --public
  $ state a1 description 'PLANTED-DESCRIPTION' --lang en --source page
  $ state a1 stage seized --source page --public --with note='<b onclick=alert(5)>seized</b>'
  $ state d1 about may --source page --public
  $ state d1 action 'Let everybody go' --lang en --source page --public
  $ state d1 consequence 'PLANTED-CONSEQUENCE' --lang en --source PLANTED-alias
  $ cat > text.md <<'END'
  > ---
  > title: How <i>many</i>?
  > dek: Somebody <script>alert(2)</script> counted {{claim c1}}.
  > byline: "The" team & co
  > credits: <img src=x onerror=alert(3)>
  > ---
  > Police: {{claim c2}}; {{claim c2 as=who}} said {{claim c2 as=figure}}. <script>alert(4)</script>
  > 
  > - [a link](https://example.org/?a="b"), **bold**
  > 
  > {{board may}}
  > 
  > {{act a1}}
  > 
  > {{demands may}}
  > END
  $ guvoh publication add may-2031 --event may > /dev/null
  $ guvoh publication revise may-2031 text.md --lang en
  Revision 1 of may-2031 in en was added.
  $ guvoh publish out --site-url https://example.org | sed 's/^[0-9]*/N/'
  N files were written to out.

Not a byte of what was planted, nor the number that only the team knows:

  $ grep -r -i -l 'planted\|nurse\|4711' out
  [1]
  $ grep -r -h -o 'interview, archive, May 2031' out/en/may-2031/claim/c1 | sort -u
  interview, archive, May 2031
  $ ls out/en/may-2031/claim
  c1
  c2

  $ grep -o 'A detention\|Let everybody go\|&lt;b onclick=alert(5)&gt;seized' out/en/may-2031/index.html | sort -u
  &lt;b onclick=alert(5)&gt;seized
  A detention
  Let everybody go

What was typed as markup is text, in every file:

  $ grep -r -l '<script>alert\|<img\|<i>many\|<b>page' out
  [1]
  $ grep -c '<script type="application/ld+json">' out/en/may-2031/index.html
  1
  $ grep -r -l -i 'javascript\|onerror=[^a]\|set-cookie' out
  [1]

Every page names its own address, its twins, and how to cite it:

  $ grep -o '<link rel="canonical"[^>]*>' out/en/may-2031/claim/c2/index.html
  <link rel="canonical" href="https://example.org/en/may-2031/claim/c2/">
  $ grep -o 'hreflang="kk" href="[^"]*"' out/en/may-2031/index.html
  hreflang="kk" href="https://example.org/kk/may-2031/"
  $ sed -n '/@misc/,/^}/p' out/en/may-2031/claim/c2/index.html | sed 's/20..-..-../DAY/; s/{20..}/{YEAR}/'
  <details><summary>BibTeX</summary><pre>@misc{may-2031,
    author = {{&#34;The&#34; team \&amp; co}},
    title = {{Nur-Sultan police: “500 people”}},
    year = {YEAR},
    note = {Revision 1, DAY},
    url = {https://example.org/en/may-2031/claim/c2/}
  }
  $ python3 - <<'END'
  > import json, re, xml.dom.minidom as dom
  > page = open("out/en/may-2031/index.html").read()
  > data = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.S).group(1))
  > print(data["@type"], data["headline"], data["publisher"]["correctionsPolicy"])
  > print(json.load(open("out/en/may-2031/oembed.json"))["title"])
  > print([e.firstChild.data for e in dom.parse("out/en/feed.xml").getElementsByTagName("title")])
  > print(len(dom.parse("out/sitemap.xml").getElementsByTagName("loc")))
  > END
  ['NewsArticle', 'Report'] How <i>many</i>? https://example.org/en/corrections/
  How <i>many</i>?
  ['Publications', 'How <i>many</i>?']
  16
  $ grep -o 'href="/en/may-2031/"' out/index.html
  href="/en/may-2031/"

What an estimate means stands on a page of its own, in the reader's language, and panels link to it:

  $ grep -ho '<h1>.*</h1>' out/en/estimates/index.html out/ru/estimates/index.html out/kk/estimates/index.html
  <h1>What an estimate means</h1>
  <h1>Что означает оценка</h1>
  <h1>Баға нені білдіреді</h1>
  $ grep -o 'href="/../estimates/">[^<]*' out/en/may-2031/index.html out/kk/may-2031/index.html
  out/en/may-2031/index.html:href="/en/estimates/">What an estimate means
  out/kk/may-2031/index.html:href="/kk/estimates/">Баға нені білдіреді
  $ guvoh publication add estimates --event may-2031
  guvoh: "estimates" cannot stand in an address: use up to 64 of a-z, 0-9 and "-", not "-" first
  [2]
  $ grep -c 'aria-current="true">Қазақша' out/kk/may-2031/index.html
  1

Twice the same archive is the same site, bit for bit:

  $ guvoh publish again --site-url https://example.org > /dev/null
  $ diff -r out again

A source that is closed after it was published takes its words from every page that is written from then on:

  $ guvoh source set page --confidentiality archive | head -c 36; echo
  Only the team may see source page fr
  $ guvoh publish again --site-url https://example.org | uniq
  may-2031 en 1: claim c2 may not be shown any more (withdrawn, not public or destroyed): add a revision without it
  may-2031 en 1: board may said "c2 500" and now says "-": add a revision with a note
  Nothing was published: mend 4 things and try again.
  $ guvoh source set page --confidentiality public > /dev/null
  $ guvoh publish again --site-url https://example.org > /dev/null

An earlier revision stays at its address with the figures it had; what was hidden is gone, its note is not.

  $ claim '600 people' --id c3 --measure taken-to-police --days 2031-05-12 --class state \
  >   --origin nur-sultan-police --coverage total --supersedes c2 --confidentiality public
  $ guvoh publish out | sed 's/said.*now/MOVED/'
  may-2031 en 1: board may MOVED says "c3 600": add a revision with a note
  Nothing was published: mend 1 thing and try again.
  $ guvoh publication revise may-2031 text.md --lang en --note 'A <i>later</i> number.'
  Revision 2 of may-2031 in en was added.
  $ guvoh publish out > /dev/null
  $ ls out/en/may-2031/r
  1
  2
  $ grep -c 'This is revision 1 of' out/en/may-2031/r/1/index.html
  1
  $ grep -o 'A .*later.* number\.' out/en/corrections/index.html
  A &lt;i&gt;later&lt;/i&gt; number.
  $ guvoh publication hide may-2031 --lang en --revision 1 --note 'It could harm somebody.' > /dev/null
  $ guvoh publish out > /dev/null
  $ ls out/en/may-2031/r
  2
  $ grep -o 'may-2031, revision 1, hidden\|It could .*\.' out/en/corrections/index.html
  may-2031, revision 1, hidden
  It could harm somebody.

A figure that was taken back keeps its address while a revision that printed it is shown:

  $ sed 's/, {{claim c1}}//; s/{{claim c1}}/somebody/; s/{{board may}}/{{count may measure=detained place=almaty days=2031-05-20}}/' \
  >   text.md > later.md
  $ guvoh claim withdraw c1 --why 'a PLANTED reason' > /dev/null
  $ guvoh publication revise may-2031 later.md --lang en --note 'One figure less.' > /dev/null
  $ guvoh publish out > /dev/null
  $ grep -o 'Figure c1 was published as at least 700.*any more' out/en/may-2031/claim/c1/index.html
  Figure c1 was published as at least 700 and was taken back since, or may not be shown any more
  $ grep -o 'nobody gave a number' out/en/may-2031/index.html | sort -u
  nobody gave a number
  $ grep -r -i -l 'planted' out
  [1]
  $ python3 - <<'END'
  > import pathlib, re
  > out = pathlib.Path("out")
  > for page in out.rglob("*.html"):
  >     for link in re.findall(r'(?:href|src)="(/[^"#]*)', page.read_text()):
  >         target = out / link[1:] / ("index.html" if link.endswith("/") else "")
  >         if not target.is_file():
  >             print(page, link)
  > END

A folder of somebody else is left alone:

  $ mkdir mine && touch mine/file
  $ guvoh publish mine
  guvoh: "mine" holds files that are no site of guvoh: name an empty folder, or one that does not exist yet
  [5]

Nobody answers in a folder: reports go to the server that is named, or the script and the link are left out:

  $ grep -c 'report' out/en/may-2031/index.html
  0
  [1]
  $ ls out | grep report
  [1]
  $ guvoh publish told --report-to https://reports.example.org/ > /dev/null
  $ grep -o '<script defer[^>]*>' told/en/may-2031/index.html | sed 's/[0-9a-f]\{12\}/DIGEST/'
  <script defer="" src="/report.en.DIGEST.js" data-to="https://reports.example.org">
  $ grep -o 'href="[^"]*/report"' told/en/may-2031/index.html
  href="https://reports.example.org/en/may-2031/report"
  $ ls told | grep report | sed 's/[0-9a-f]\{12\}/DIGEST/' | sort
  report.en.DIGEST.js
  report.kk.DIGEST.js
  report.ky.DIGEST.js
  report.ru.DIGEST.js
  report.tg.DIGEST.js
  report.uz.DIGEST.js
  $ for script in told/report.*.js; do test $(gzip -9c $script | wc -c) -le 3072 || echo "$script is too large"; done
  $ guvoh publish told --report-to reports.example.org
  guvoh: "reports.example.org" is no address of a site: begin it with https:// or http://
  [2]
