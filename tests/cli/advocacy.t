What was done to somebody stage by stage, what was asked of whom, which provisions findings rest on.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh init a > /dev/null; sh $ROOT/examples/june-2019/load guvoh
  $ guvoh record show observer-detention
  observer-detention  Detention of an observer
  Detention; June 2019; Astana Square (Almaty); regional representative of the
  Norwegian Helsinki Committee
  He was documenting on the square. He was never taken to a station. Most others
  were not released so.
  
  Involved
    1 a voice behind the observer
      Role: Gave the order; How known: Heard only; Dress: Not seen
    2 Men in black uniforms
      Role: Carried it out; How known: By dress; Dress: Black uniform; Number: 4–5
    3 a plain-clothes security officer
      Role: Ended it; How known: Not known; Dress: Plain clothes; Number: 1
  
  Stage
    1 Order to detain heard; June 2019; Astana Square (Almaty); a voice behind the
      observer
      A voice behind him orders his detention
    2 Seized; June 2019; Astana Square (Almaty); Men in black uniforms
      Four or five men take him by both arms
    3 Brought to a vehicle; June 2019; Astana Square (Almaty); Men in black
      uniforms
      They drag him to a police van
    4 Refused for lack of room; June 2019; Astana Square (Almaty)
      The van is full
    5 Kept waiting; June 2019; Astana Square (Almaty)
      He stands beside the van and waits for the next one
    6 Released; June 2019; Astana Square (Almaty); a plain-clothes security
      officer
      A plain-clothes security officer comes, is told that he is an international
      observer, and has him released
  Not known at any stage: Officers name themselves, Told the reason, Told of
  rights, Call to family, Lawyer, Interpreter, Doctor, Copy of the protocol,
  Consul, Water and food, Toilet, Kept apart from men or adults.
  
  Remedy
    1 None, by choice
  
  Who they were there: Observer of an assembly
  Method: Ordered by voice only, Taken by the arms, Dragged
  Status at the end: At liberty
  Said by: regional representative; CABAR.asia / IWPR; June 2019
  Every statement with its id: guvoh record show observer-detention --all
  $ guvoh record show observer-detention --lang ru | sed -n '8,17p'
    1 голос за спиной наблюдателя
      Роль: Отдал приказ; Как установлено: Только слышали; Одежда: Не видели
    2 Люди в чёрной форме
      Роль: Совершил действие; Как установлено: По одежде; Одежда: Чёрная форма;
      Число: 4–5
    3 сотрудник силовых органов в штатском
      Роль: Прекратил; Как установлено: Неизвестно; Одежда: В штатском; Число: 1
  
  Этап
    1 Услышан приказ о задержании; июнь 2019 г.; Площадь Астана (Алматы); голос за
  $ guvoh record show observer-detention --lang kk | tail -14
      Азаматтық киімдегі күштік құрылым қызметкері келіп, оның халықаралық
      бақылаушы екенін білген соң, босаттырады
  Ешбір кезеңде белгісіз: Қызметкерлердің өзін таныстыруы, Себебін білу,
  Құқықтарының түсіндірілуі, Жақындарына хабарлау, Адвокат, Аудармашы, Дәрігер,
  Хаттама көшірмесі, Консул, Су мен тамақ, Дәретхана, Бөлек ұстау.
  
  Қорғану құралы
    1 Жоқ, өз қалауымен
  
  Ол жерде кім болған: Жиын бақылаушысы
  Тәсілі: Ауызша бұйрықпен ғана, Қолынан ұстап алып кету, Сүйреп апару
  Соңғы мәртебесі: Бостандықта
  Айтқан: regional representative; CABAR.asia / IWPR; 2019 ж. маусым
  Барлық мәліметтер идентификаторларымен: guvoh record show observer-detention --all

Rights that somebody speaks of stand at their stage, the others are named as not known:

  $ guvoh state cyclist-detention stage delivered --with order=2 --with right-lawyer=denied > /dev/null
  $ guvoh record show cyclist-detention | sed -n '5,12p'
  Stage
    1 Seized; 10 June 2019; Astana Square and around it (Almaty)
      He was taken from his bicycle
    2 Taken to a station
      Lawyer: Denied
  Not known at any stage: Officers name themselves, Told the reason, Told of
  rights, Call to family, Interpreter, Doctor, Copy of the protocol, Consul, Water
  and food, Toilet, Kept apart from men or adults.

The same for programs, with the statement behind each value:

  $ guvoh record show observer-detention --json | python3 -c '
  > import json, sys
  > for s in json.load(sys.stdin)["stages"]:
  >     print(s["order"], s["id"], s.get("authority", {}).get("id"), s["said"]["source"],
  >           sum(r["known"] for r in s["rights"]), "of", len(s["rights"]))'
  1 order-heard voice cabar-06 0 of 12
  2 seized men-in-black cabar-06 0 of 12
  3 brought-to-vehicle men-in-black cabar-06 0 of 12
  4 refused-no-room None cabar-06 0 of 12
  5 waiting None cabar-06 0 of 12
  6 released plain-clothes-officer cabar-06 0 of 12

  $ guvoh record show observer-detention --all | grep -A1 '^Remedy'
  Remedy
    None, by choice

Who asks what of whom, by when, with what consequence, and what came of it:

  $ guvoh demands june-2019
  d-amnesty  Change the law
    Who asks: Amnesty International
    Of whom: Authorities of Kazakhstan
    To do what: Bring the rule of prior approval of protests in line with
      international standards
    Made: June 2019
    By when: nobody said
    Provision relied on: Assemblies only with prior approval
    No answer is known.
  
  d-nhc-dialogue  Hold a dialogue
    Who asks: Norwegian Helsinki Committee
    Of whom: Authorities of Kazakhstan
    To do what: Start a comprehensive dialogue with the protesters
    Made: June 2019
    By when: nobody said
    No answer is known.
  
  d-nhc-release  Release, Attach consequences
    Who asks: Norwegian Helsinki Committee
    Of whom: European Union, United States, Democratic states
    To do what: Demand the release of all detained
    With what consequence: Consequences, not said which
    Made: June 2019
    By when: nobody said
    No answer is known.
  
  d-ohchr  Respect and protect a right
    Who asks: UN Human Rights Office
    Of whom: Authorities of Kazakhstan
    To do what: Respect and protect the right of peaceful assembly
    Made: June 2019
    By when: nobody said
    Provision relied on: Right of peaceful assembly
    No answer is known.
  
  a-nhc  Monitoring and documentation, Support of local partners
    Given by: Norwegian Helsinki Committee
    State: Promised
    In words: It will go on monitoring, documenting and supporting partners
  $ guvoh demands june-2019 --lang kk | tail -14
  d-ohchr  Құқықты құрметтеу және қорғау
    Кім талап етеді: БҰҰ Адам құқықтары жөніндегі басқармасы
    Кімнен: Қазақстан билігі
    Не істеу керек: Бейбіт жиналу құқығын құрметтеп, қорғау
    Айтылған күні: 2019 ж. маусым
    Қай мерзімге дейін: айтылмаған
    Сүйенген норма: Бейбіт жиналу құқығы
    Жауабы белгісіз.
  
  a-nhc  Бақылау және құжаттау, Жергілікті серіктестерді қолдау
    Кім көрсетеді: Норвегия Хельсинки комитеті
    Күйі: Уәде берілді
    Сөзбен: Комитет бақылауды, құжаттауды және серіктестерді қолдауды
      жалғастырады

An answer stands under the demand it answers; a step of a dialogue too:

  $ cat > answer.csv <<'TABLE'
  > record,kind,property,value,lang,with
  > r1,response,kind,token,,
  > r1,,answers,d-amnesty,,
  > r1,,by,authorities,,
  > r1,,date,2031-05-20,,
  > r1,,text,A letter without a decision,en,
  > s1,dialogue,step,invitation,,
  > s1,,answers,d-amnesty,,
  > s1,,date,2031-05-11,,
  > s1,,kept,not-kept,,
  > TABLE
  $ guvoh record import answer.csv
  9 statements added; new records: 2; unchanged rows: 0.
  $ guvoh demands june-2019 | head -9
  d-amnesty  Change the law
    Who asks: Amnesty International
    Of whom: Authorities of Kazakhstan
    To do what: Bring the rule of prior approval of protests in line with
      international standards
    Made: June 2019
    By when: nobody said
    Provision relied on: Assemblies only with prior approval
    Invitation: 11 May 2031; Not kept
  $ guvoh demands june-2019 --json | python3 -c '
  > import json, sys
  > for d in json.load(sys.stdin)["demands"]:
  >     print(d["id"], [t["id"] for t in d["to"]], [a["what"]["id"] for a in d["answers"]])'
  d-amnesty ['authorities'] ['invitation', 'token']
  d-nhc-dialogue ['authorities'] []
  d-nhc-release ['european-union', 'united-states', 'democratic-states'] []
  d-ohchr ['authorities'] []

  $ guvoh --lang ru law june-2019 | grep -F 'ст. 2'; guvoh --lang kk law june-2019 | grep -F '21-бап'
  МПГПП, ст. 21  Право на мирные собрания
  АСҚХП, 21-бап  Бейбіт жиналу құқығы
  $ guvoh law june-2019
  ICCPR 19  Freedom of expression
    f-work
      Interfered with: Norwegian Helsinki Committee; Stated, standard not named;
        The work of journalists and activists was prevented
  ICCPR 21  Right of peaceful assembly
    f-assembly
      Violated: Norwegian Helsinki Committee; Stated, standard not named; A
        clear violation of the right of peaceful assembly in the constitution and
        the conventions ratified
    f-obstacles
      Interfered with: Norwegian Helsinki Committee; Stated, standard not named;
        Administrative obstacles to assemblies as a practice
  Constitution of Kazakhstan 32  Right to assemble peacefully and without weapons
    f-assembly
      Violated: Norwegian Helsinki Committee; Stated, standard not named; A
        clear violation of the right of peaceful assembly in the constitution and
        the conventions ratified
  $ guvoh law june-2019 --json | python3 -c '
  > import json, sys
  > for p in json.load(sys.stdin)["provisions"]: print(p["id"], p["findings"])'
  iccpr-19 ['f-work']
  iccpr-21 ['f-assembly', 'f-obstacles']
  kz-constitution-32 ['f-assembly']

What is not there, and what has no demands:

  $ guvoh demands nowhere
  guvoh: no record is called "nowhere": guvoh record list shows them
  [3]
  $ guvoh demands nhc
  guvoh: "nhc" is no event: guvoh record list event prints those there are
  [2]
  $ guvoh record add event --id quiet > /dev/null; guvoh demands quiet; guvoh law quiet
  no demand about "quiet" is known here
  no finding about "quiet" is known here

A table is taken as a whole or not at all:

  $ cat > wrong.csv <<'TABLE'
  > record,kind,property,value,with,source,words
  > e1,event,type,assembly,,,
  > e1,,type,tea-party,,,
  > ,,type,assembly,,,
  > e1,group,,,,,
  > e1,,place,atlantis,,,
  > e1,,date,yesterday,,,
  > e1,,colour,red,,,
  > e1,,peacefulness,peaceful,colour=red,,
  > e1,,part-of,nhc,,,
  > e1,,peacefulness,peaceful,,cabar-06,nobody said this
  > TABLE
  $ guvoh record import wrong.csv
       3  type: "tea-party" is no term of the list "event-type": guvoh vocab event-type shows them
       4  type: no record is called "": guvoh record list shows them
       5  a record of kind "event" has the id "e1" already: choose one that nothing has
       6  place: "atlantis" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
       7  date: "yesterday" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
       8  colour: a record of kind "event" has no property "colour": guvoh vocab event lists what can be said of it
       9  peacefulness: "colour" is no qualifier of "event.peacefulness": guvoh vocab event.peacefulness lists them, if it has any
      10  part-of: "nhc" cannot be "part-of": that must be a record of kind event
      11  peacefulness: the words "nobody said this" do not stand in source cabar-06: copy them from it as they are
  guvoh: 9 lines of "wrong.csv" were refused, so nothing was written: correct them, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh record show e1
  guvoh: no record is called "e1": guvoh record list shows them
  [3]
  $ guvoh record import wrong.csv --json 2> /dev/null | python3 -c '
  > import json, sys
  > a = json.load(sys.stdin); print(a["written"], [r["verdict"] for r in a["rows"]].count("refused"))'
  False 9
  $ printf 'record,kind,colour\n' > column.csv; guvoh record import column.csv
  guvoh: column "colour" is not known: examples/june-2019/records.csv shows those there are
  [2]
  $ printf 'kind\nevent\n' > column.csv; guvoh record import column.csv
  guvoh: the table has no column "record"
  [2]
  $ printf 'record;kind;property;value\ne2;event;type;assembly\n;;;\n' > semicolons.csv
  $ guvoh record import semicolons.csv --dry-run
  Nothing was written. It would add 1 statement; new records: 1; unchanged rows: 0.
  $ guvoh record import semicolons.csv; guvoh record import semicolons.csv
  1 statement added; new records: 1; unchanged rows: 0.
  0 statements added; new records: 0; unchanged rows: 1.
  $ guvoh record import semicolons.csv --lang ru; guvoh record import semicolons.csv --lang kk
  Добавлено 0 сведений; новых карточек: 0; строк без изменений: 1.
  0 мәлімет қосылды; жаңа карточкалар: 0; өзгеріссіз жолдар: 1.
  $ guvoh rebuild
  The index was made anew from 27 entries and is the same.
