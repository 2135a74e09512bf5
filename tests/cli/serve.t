An archive of one case, and its server:

  $ export GUVOH_DIR=a GUVOH_KEY_FILE=k XDG_RUNTIME_DIR=$PWD/run GUVOH_USER=monitor; mkdir -m 700 run
  $ guvoh init a > /dev/null; get="$ROOT"/tests/cli/get.py
  $ guvoh serve --port 0 --desk-port 0 --json > served.json 2> said & server=$!
  $ for i in $(seq 100); do grep -qs '}' served.json && break; sleep 0.1; done
  $ field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }
  $ site=$(field served.json site); link=$(field served.json desk); desk=${link%/enter*}
  $ field served.json tunnel
  None
  $ echo "$link" | sed 's/:[0-9]\{4,5\}/:PORT/; s/=[a-z2-7]\{5\}-[a-z2-7]\{5\}-[a-z2-7]\{5\}-[a-z2-7]\{5\}$/=CODE/'
  http://127.0.0.1:PORT/enter?code=CODE

The public pages set no cookie, say what they may load, and know of no desk:

  $ "$get" "$site" set-cookie content-security-policy server | grep -v '^<' | head -4
  200
  set-cookie: None
  content-security-policy: default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'
  server: None
  $ for path in desk desk/ enter en/gone/ '%2e%2e/a' ; do "$get" "$site$path" | head -1; done
  404
  404
  404
  404
  404
  $ "$get" "$site"gone | grep -c '<h1>'
  3
  $ "$get" "${site}x" body=a=b | head -1
  405

The desk asks for the code, which opens it once:

  $ "$get" "$desk/" location | head -2
  303
  location: /enter
  $ "$get" "$desk/enter" | grep -c 'name="code"'
  1
  $ "$get" "$desk/enter?code=aaaaa-aaaaa-aaaaa-aaaaa" | grep -e '^[0-9]' -e alert
  403
  <p role="alert">This code does not open the desk: it is misspelt, used or too old.</p>
  $ "$get" "$link" location cache-control set-cookie > entered; sed 's/=[a-z2-7]*;/=TOKEN;/' entered
  303
  location: /
  cache-control: no-store
  set-cookie: guvoh=TOKEN; Path=/; HttpOnly; SameSite=Strict
  
  $ "$get" "$link" | head -1
  403
  $ cookie=Cookie=$(sed -n 's/^set-cookie: \([^;]*\);.*/\1/p' entered)
  $ "$get" "$desk/" "$cookie" | sed -n '/<main/,/<\/main/p'
  <main id="main">
  <h1>Publications and archive</h1>
  <p><a href="/errata">0 reports of readers wait</a></p>
  <h2>Publications</h2>
  <p>No publication yet: &#34;guvoh publication add&#34; begins one.</p>
  <h2>Archive</h2>
  <dl>
  <dt>Sources</dt>
  <dd>0 (0 of them public)</dd>
  <dt>Entries of the log</dt>
  <dd>1</dd>
  </dl>
  <p>No figures yet: &#34;guvoh claim add&#34; and &#34;guvoh claim import&#34; bring them in.</p>
  
  </main>

It sees what another command appends within a second:

  $ guvoh add --kind article --title "A page" --public /dev/null > /dev/null
  $ for i in $(seq 10); do "$get" "$desk/" "$cookie" | grep '1 of them' && break; sleep 0.1; done
  <dd>1 (1 of them public)</dd>

Only its own names, forms of its own and fields that were declared:

  $ "$get" "$desk/" "$cookie" Host=example.org | head -1
  421
  $ "$get" "$desk/leave" "$cookie" Origin=http://example.org body= | head -1
  403
  $ "$get" "$desk/enter" body=admin=1 | grep -e '^[0-9]' -e field
  400
  <p>the form has no field &#34;admin&#34;</p>
  $ "$get" "$desk/gone" "$cookie" | head -1
  404
  $ "$get" "$desk/leave" "$cookie" | head -1
  405
  $ "$get" "$desk/leave" "$cookie" body= location | head -2
  303
  location: /enter
  $ "$get" "$desk/" "$cookie" | head -1
  303

A new link, typed as people type; a second server; a port in use:

  $ code=$(guvoh serve --new-code --json | sed -n 's/.*code=\(.*\)"/\1/p' | tr 'a-z-' 'A-Z ')
  $ "$get" "$desk/enter" "body=code=$(echo $code | tr ' ' +)" location | head -2
  303
  location: /
  $ guvoh serve
  guvoh: this archive has a server already: "guvoh serve --new-code" gives a link to its desk, Ctrl+C in its terminal or "guvoh lock" ends it
  [5]
  $ port=${site%/}; port=${port##*:}
  $ guvoh init b --key-file l > /dev/null; guvoh serve -C b --key-file l --port $port 2>&1 | sed "s/$port/PORT/"
  guvoh: port PORT is used by another program: end it, or choose another port
  $ guvoh serve --port 99999
  guvoh: this archive has a server already: "guvoh serve --new-code" gives a link to its desk, Ctrl+C in its terminal or "guvoh lock" ends it
  [5]
  $ guvoh serve -C b --key-file l --port http
  guvoh: "http" is no port: one is a number from 0 to 65535
  [2]

"guvoh lock" ends the server, with all that it had in memory:

  $ guvoh lock
  The server of this archive was told to end.
  No key was kept.
  $ wait $server; echo $?; cat said
  0
  $ guvoh serve --new-code
  guvoh: this archive has no server: "guvoh serve" starts one
  [3]
  $ guvoh lock --json
  {
    "was_unlocked": false,
    "was_served": false
  }

So does Ctrl+C; from afar it says how to get at it:

  $ SSH_CONNECTION="192.0.2.1 5 192.0.2.9 22" USER=monitor guvoh serve --port 0 --desk-port 0 > served & server=$!
  $ for i in $(seq 100); do grep -qs Ctrl served && break; sleep 0.1; done
  $ sed 's/[0-9]\{4,5\}/PORT/g; s/code=.*/code=CODE/' served
  The public pages:  http://127.0.0.1:PORT/
  The team's desk:   http://127.0.0.1:PORT/enter?code=CODE
                     (opens once, within 10 minutes; guvoh serve --new-code gives another link)
  You work on this machine from afar. On your own one, run:
    ssh -L PORT:127.0.0.1:PORT -L PORT:127.0.0.1:PORT monitor@192.0.2.9
  and open the same addresses there.
  Ctrl+C or "guvoh lock" ends it. Until then the archive is open in this process.
  $ kill -INT $server; wait $server; echo $?
  0
  $ ls run/guvoh
