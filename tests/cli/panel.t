The panel of an event: documented people, who stands on which lists, what can be said of those whom no list has.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor; guvoh init a > /dev/null
  $ python3 - <<'END'
  > import itertools, random
  > chance = random.Random(7)
  > first = "Aliya Beket Daria Erlan Gulnaz Ilyas Kamila Marat Nazira Olzhas Perizat Rustam".split()
  > last = "Abenov Bolatov Daurenov Esenov Galymov Isaev Kanatov Mukanov Nurlanov Orazov Petrov Sadykov Temirov".split()
  > people = list(itertools.product(first, last))
  > chance.shuffle(people)
  > lists = {"court": 0.35, "lawyers": 0.45, "press": 0.2}
  > rows = {name: [] for name in lists}
  > for i, (a, b) in enumerate(people[:150]):
  >     born = f"{1950 + i % 50}-{1 + i % 12:02}-{1 + i % 28:02}"
  >     for name in lists:
  >         if chance.random() < lists[name]:
  >             rows[name].append(f"{a} {b},{born}")
  > for name in lists:
  >     open(name + ".csv", "w").write("name,born\n" + "\n".join(rows[name]) + "\n")
  > END
  $ for i in court lawyers press; do guvoh list add $i.csv --name $i --event may --no-repeats > /dev/null 2>&1; done
  $ said() { guvoh claim add "$1" --event may --lang en --measure detained --place almaty --days 2031-05-12 --confidentiality public --id $2 --origin $3 --class $4 --coverage total > /dev/null; }
  $ said '60 people' c1 police state; said '130 people' c2 watch defenders; said 'at least 90 people' c3 paper media; said '400 people' c4 radio media

Without lists that are linked, and of which it is said what they are of, there is no estimate, and the panel says why:

  $ guvoh count may --panel | sed -n '/How many/,$p'
  How many in all
  No estimate: there are no lists of people of this event that are linked and of
  which it is said what they are of. From figures that somebody gave nobody can
  tell how many were counted by no one.
  $ guvoh estimate --event may
  guvoh: nobody has said yet who the people on the lists are: run guvoh link first
  [3]
  $ guvoh link --event may > /dev/null; guvoh list about may --measure detained --place almaty --days 2031-05-12 --truth 150 > /dev/null
  $ guvoh count may --panel --json | grep -A8 '"panel"'
    "panel": {
      "estimated": false,
      "stale": false,
      "none": "No estimate was made yet.",
      "headline": null,
      "truth": 150,
      "needs": [
        "police, \"60 people\": fewer than lists lawyers and court name together. No dependence of lists makes this the number of all.",
        "watch, \"130 people\": to be the number of all, lists lawyers and court would have to attract each other (odds ratio 1.9; 1 is chance).",

An estimate is made once and kept; asked again with nothing changed, nothing is written:

  $ estimate() { guvoh estimate --event may --set loglinear.replicates=100 --set lcmcr.sweeps=400 "$@" | sed -E 's/e[a-z2-7]{16}/ID/'; }
  $ estimate; estimate; estimate --json
  Estimate ID was kept: guvoh count may --panel shows it.
  Nothing it rests on has changed: estimate ID stands, nothing was written.
  {
    "id": "ID",
    "event": "may",
    "fresh": false
  }
  $ guvoh estimate --event may --by sex
  guvoh: options "--event" and "--by" do not go together: keep one
  [2]
  $ guvoh estimate --event may lawyers.csv
  guvoh: options "--event" and "lawyers.csv" do not go together: keep one
  [2]

  $ guvoh count may --panel | sed -n '/Documented/,$p' | sed -E '/^Estimated on/{N;s/\n/ /;s/ on .* from/ on DAY from/}'
  ! The same with documented (Documented by name) instead of c4 (radio): 42 people
    too many.
  ! 226 people too many for all of these to be true: 360 (c4, radio) - 134 (c2,
    watch) = 226. Ways out: a figure is wrong; somebody was taken whom nobody
    counted, or taken elsewhere.
  1 flag on the whole event: --all shows it.
  Documented by name on 3 lists: 106 people (106 to 109).
  
  How many in all
  
  Who stands on which lists
    lawyers                             29
    court, lawyers                      25
    court                               16
    press                               15
    court, lawyers, press               10
    lawyers, press                      7
    court, press                        4
  
  Estimates side by side
    all graphs of lists                 119-210
    log-linear                          121-154
    latent classes                      116-194
    sample coverage                     135-302
    Chao, at least                      121-176
  By the methods that hold at least 116; no upper end is given, and the doubts
  below say why.
  ! Three lists cannot show whether some people are easier to list than others.
    If some are, there are more people than the methods say: no upper end is
    given.
  ! The methods differ by more than half: from 140 to 214.
  
  The same without one list
    Without list court                  refused
      ! There are only two lists: whether being on one makes the other more
        likely cannot be told, and the answer hangs on it.
    Without list lawyers                refused
      ! There are only two lists: whether being on one makes the other more
        likely cannot be told, and the answer hangs on it.
    Without list press                  refused
      ! There are only two lists: whether being on one makes the other more
        likely cannot be told, and the answer hangs on it.
  
  Estimated on DAY from 20 samples of the linkage; each range holds the truth in 95 of 100 cases if what is below is so.
  
  What other figures would need
  - police, "60 people": fewer than lists lawyers and court name together. No
    dependence of lists makes this the number of all.
  - watch, "130 people": to be the number of all, lists lawyers and court would
    have to attract each other (odds ratio 1.9; 1 is chance).
  - radio, "400 people": to be the number of all, lists lawyers and court would
    have to attract each other (odds ratio 15; 1 is chance).
  
  In truth there are 150: the event is invented, so that is known.
  
  Taken for granted
  - Everybody had some chance to be on a list. Who had none, such as a child let
    go at once, is outside every estimate.
  - All lists are of the same people: one event, one window of time. Somebody
    held twice is one person.
  - Who is one person is known as well as the linkage knows it. Links that are
    missing make the number too high, wrong ones too low.
  - Lists that feed each other make the number too low, lists that avoid each
    other too high; dependence of all lists at once cannot be seen.

The public is given no cell under 5, none that sums would give one away with, and of an estimate tens, or three digits:

  $ guvoh count may --panel --public | sed -n '/Who stands/,/Estimates/p'
  Who stands on which lists
    court                               not told
    lawyers                             not told
    court, lawyers                      not told
    press                               not told
    court, press                        not told
    lawyers, press                      not told
    court, lawyers, press               not told
  
  Estimates side by side
  $ guvoh count may --panel --public --json | sed -n '/"panel"/,/"without"/p' | sed -E 's/[eg][a-z2-7]{16}/ID/'
    "panel": {
      "estimated": true,
      "stale": false,
      "estimate": "ID",
      "linkage": "ID",
      "methods": [
        {
          "name": "all graphs of lists",
          "refused": false,
          "point": 140,
          "low": 110,
          "high": 210,
          "warnings": []
        },
        {
          "name": "log-linear",
          "refused": false,
          "point": 130,
          "low": 120,
          "high": 160,
          "warnings": []
        },
        {
          "name": "latent classes",
          "refused": false,
          "point": 130,
          "low": 110,
          "high": 200,
          "warnings": []
        },
        {
          "name": "sample coverage",
          "refused": false,
          "point": 180,
          "low": 130,
          "high": 310,
          "warnings": []
        },
        {
          "name": "Chao, at least",
          "refused": false,
          "point": 140,
          "low": 120,
          "high": 180,
          "warnings": []
        }
      ],
      "without": [

Nor are the figures' odds ratios so exact that with the sizes of two lists they would tell how many are on both:

  $ guvoh count may --panel --public | sed -n '/What other/,/In truth/p' > told; cat told
  What other figures would need
  - police, "60 people": fewer than lists lawyers and court name together. No
    dependence of lists makes this the number of all.
  - watch, "130 people": to be the number of all, lists lawyers and court would
    have to attract each other (odds ratio 2; 1 is chance).
  
  In truth there are 150: the event is invented, so that is known.
  $ python3 - <<'END'
  > import re
  > court, lawyers = (len(open(name).readlines()) - 1 for name in ("court.csv", "lawyers.csv"))
  > def ratio(people, both):
  >     return (people - court - lawyers + both) * both / ((court - both) * (lawyers - both))
  > def nearest(v):
  >     return min((d * 10.0 ** k for d in (1, 2, 5) for k in range(-2, 4)), key=lambda x: max(x / v, v / x))
  > told = [float(x) for x in re.findall(r"ratio ([0-9.]+)", open("told").read())]
  > fits = [both for both in range(1, min(court, lawyers)) if ratio(60, both) < 0 < ratio(130, both)
  >     and [nearest(ratio(130, both))] == told]
  > print(f"the overlap may be {fits[0]} to {fits[-1]}")
  > END
  the overlap may be 33 to 38

When lists or verdicts move on the panel says so, and shows what was kept:

  $ guvoh list undo press --why 'a draft' > /dev/null
  $ guvoh estimate --event may
  guvoh: lists or verdicts of "may", or the rules of linking, have changed since they were linked: run guvoh link --event may, then estimate
  [5]
  $ guvoh link --event may > /dev/null; guvoh count may --panel | grep -A1 '^Estimated' | sed -E '/^Estimated on/{N;s/\n/ /;s/ on .* from/ on DAY from/}'
  Estimated on DAY from 20 samples of the linkage. Lists, verdicts or the rules of linking have changed since: these numbers are of before.
  $ estimate; guvoh count may --panel | sed -n '/Estimates/,/The same/p'
  Estimate ID was kept: guvoh count may --panel shows it.
  Estimates side by side
    all graphs of lists                 refused
      ! 20 of 20 parts give no number by this method, so neither does the
        whole.
    log-linear                          101-130
    latent classes                      refused
      ! 20 of 20 parts give no number by this method, so neither does the
        whole.
    Chao, at least                      100-139
  No range is given; the doubts say why no more can be said than how many are
  documented.
  ! There are only two lists: whether being on one makes the other more likely
    cannot be told, and the answer hangs on it.
  
  The same without one list
What a figure of more people than the lists are of, or of some of them, says of the lists; of each kind the one that says most:

  $ other() { guvoh claim add "$1" --event may --lang en --measure "$2" --place "$3" --days "$4" --confidentiality public --id $5 --origin $6 --class media --coverage total > /dev/null; }
  $ other '700 people' detained kazakhstan 2031-05-12 c5 daily; other '240 people' detained almaty 2031-05-11/2031-05-13 c6 weekly; other '900 people' detained kazakhstan 2031-05-12 c7 gazette
  $ other '95 people' taken-to-police almaty 2031-05-12 c8 herald; other 'at least 115 people' taken-to-police almaty 2031-05-12 c9 courier; other '5 people' punished almaty 2031-05-12 c10 tribune
  $ guvoh count may --panel | sed -n '/What other/,/In truth/p'
  What other figures would need
  - police, "60 people": fewer than lists lawyers and court name together. No
    dependence of lists makes this the number of all.
  - watch, "130 people": to be the number of all, lists lawyers and court would
    have to attract each other (odds ratio 1.9; 1 is chance).
  - radio, "400 people": to be the number of all, lists lawyers and court would
    have to attract each other (odds ratio 15; 1 is chance).
  - weekly, "240 people" (Detained, Almaty, 11-13 May): of more people than the
    lists are of. If it holds, the odds ratio of lists lawyers and court is 7.2
    at most (1 is chance, above it they attract each other).
  - courier, "at least 115 people" (Taken to police, Almaty, 12 May): of some of
    the people whom the lists are of. If it holds, the odds ratio of lists
    lawyers and court is 1.2 at least (1 is chance, above it they attract each
    other).
  
  In truth there are 150: the event is invented, so that is known.
  $ guvoh count may --panel --lang ru | grep -A3 -E '^- (weekly|courier)'
  - weekly, "240 people" (Задержаны, Алматы, 11-13 мая): о большем числе людей,
    чем охватывают списки. Если это верно, отношение шансов списков lawyers и
    court не больше 7,2 (1 — случайность, выше они притягивают друг друга).
  - courier, "at least 115 people" (Доставлены в полицию, Алматы, 12 мая): лишь
    о части людей, которых охватывают списки. Если это верно, отношение шансов
    списков lawyers и court не меньше 1,2 (1 — случайность, выше они притягивают
    друг друга).
  $ guvoh count may --panel --lang kk | grep -A3 -E '^- (weekly|courier)'
  - weekly, "240 people" (Ұсталды, Алматы, 11-13 мамыр): тізімдер қамтығаннан
    көбірек адам туралы. Бұл дұрыс болса, lawyers және court тізімдерінің
    мүмкіндіктер қатынасы 7,2 мәнінен аспайды (1 — кездейсоқтық, одан жоғары
    болса, бірін-бірі тартады).
  - courier, "at least 115 people" (Полицияға жеткізілді, Алматы, 12 мамыр):
    тізімдер қамтыған адамдардың бір бөлігі туралы ғана. Бұл дұрыс болса,
    lawyers және court тізімдерінің мүмкіндіктер қатынасы 1,2 мәнінен кем емес
    (1 — кездейсоқтық, одан жоғары болса, бірін-бірі тартады).
  $ other '80 people' detained kazakhstan 2031-05-12 c11 wire; guvoh count may --panel | grep -A2 '^- wire'
  - wire, "80 people" (Detained, Kazakhstan, 12 May): of more people than the
    lists are of, and still fewer than lists lawyers and court name together.
  - courier, "at least 115 people" (Taken to police, Almaty, 12 May): of some of
  $ guvoh rebuild
  The index was made anew from 29 entries and is the same.

The desk says where each event stands: an event with lists and no figures too, an estimate without a range, and one that is no longer of the lists as they are:

  $ cat > desk <<'END'
  > guvoh serve --port 0 --desk-port 0 --json > served.json 2> served.log & server=$!
  > until [ -s served.json ]; do :; done
  > python3 - <<'PY'
  > import html, http.cookiejar, json, re, urllib.request
  > link = json.load(open("served.json"))["desk"]
  > desk = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
  > page = re.sub(r'<span class="of">.*?</span> |</?a\b[^>]*>', "", desk.open(link).read().decode())
  > for event, claims, rest in re.findall(r'<tr><th scope="row">([a-z-]*)</th><td class="number">(\d+)</td><td>(.*?)</td>', page, re.S):
  >     print(event, claims, re.sub(r" on \d+ \w+ \d+", " on DAY", html.unescape(" ".join(re.sub("<[^>]*>", " ", rest).split()))))
  > PY
  > kill $server; wait $server 2> /dev/null; rm served.json
  > END
  $ guvoh list add court.csv --name court-of-june --event june --no-repeats > /dev/null 2>&1; sh desk
  june 0 nobody has said yet who the people on the lists are: run guvoh link first
  may 11 Documented by name on 2 lists: 91 people (91 to 93). Estimated on DAY: no range is given.
  $ guvoh list add press.csv --name press-of-may --event may --no-repeats > /dev/null 2>&1; sh desk | grep may
  may 11 Documented by name on 3 lists: 91 people (91 to 93). Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew. Estimated on DAY. Lists, verdicts or the rules of linking have changed since: estimate again.
  $ guvoh link --event may > /dev/null; guvoh estimate --event may --set loglinear.replicates=100 --set lcmcr.sweeps=100 > /dev/null; sh desk | grep may
  may 11 Documented by name on 3 lists: 106 people (106 to 109). Estimated on DAY: at least 119 in all.
