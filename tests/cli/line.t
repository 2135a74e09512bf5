What a command line means, and how it is refused. The sentence goes to stderr, the exit status says why.

  $ guvoh --version
  guvoh 0.1.0
  $ guvoh --version --json
  {
    "version": "0.1.0"
  }
  $ guvoh verfy
  guvoh: command "verfy" does not exist: did you mean "verify"?
  [2]
  $ guvoh nothing-like-it
  guvoh: command "nothing-like-it" does not exist: "guvoh help" lists all
  [2]
  $ guvoh claim
  guvoh: "claim" needs a second word: add, import, list, show, withdraw
  [2]
  $ guvoh claim ad x
  guvoh: command "ad" does not exist: did you mean "add"?
  [2]
  $ guvoh log --measure detained
  guvoh: option "--measure" does not belong to "log": see "guvoh help log"
  [2]
  $ guvoh log --mesure detained
  guvoh: option "--mesure" does not exist: did you mean "--measure"?
  [2]
  $ guvoh log --json=yes
  guvoh: option "--json" takes no value: leave out "=" and what follows
  [2]
  $ guvoh -C
  guvoh: option "-C" needs a value: write it after a blank or "="
  [2]
  $ guvoh log more
  guvoh: "log" has no place for "more": put a text of several words in quotes
  [2]
  $ guvoh init
  guvoh: "init" needs more: guvoh init DIR
  [2]
  $ guvoh log -C a -C b
  guvoh: option "--dir" stands twice: keep one
  [2]
  $ guvoh --lang xx log
  guvoh: language "xx" is not known here: choose en, ru or kk
  [2]
  $ guvoh log $'\xff'
  guvoh: argument 2 is not UTF-8: set the terminal to UTF-8 and type it again
  [2]

A failure as JSON:

  $ guvoh verfy --json
  {"error":{"code":"INPUT","key":"cli.command.unknown_near","text":"command \"verfy\" does not exist: did you mean \"verify\"?"}}
  [2]

The language of the answer is the option's, else that of the environment:

  $ guvoh verfy --lang ru
  guvoh: команды «verfy» нет: возможно, имелась в виду «verify»?
  [2]
  $ LC_ALL=kk_KZ.UTF-8 guvoh verfy
  guvoh: «verfy» командасы жоқ: мүмкін, «verify» деп жазғыңыз келген болар?
  [2]
  $ LC_ALL= LC_MESSAGES=ru_RU.UTF-8 LANG=kk_KZ.UTF-8 guvoh verfy
  guvoh: команды «verfy» нет: возможно, имелась в виду «verify»?
  [2]

A reader that has gone away is no failure; a full disk is:

  $ guvoh help --commands | head -c 1
  { (no-eol)
  $ guvoh help > /dev/full
  guvoh: the answer could not be written in full: is the disk full?
  [7]

The help of a command by both ways is the same:

  $ guvoh help claim withdraw
  guvoh claim withdraw ID --why REASON
  withdraws a figure; it stays readable.
  
  Options:
    --why REASON              the reason, for those who come after; "-" asks for
                              it
  
  With every command:
    -C, --dir DIR             the archive's folder (else GUVOH_DIR, else this
                              folder)
    --key-file FILE           a file with the key (else GUVOH_KEY_FILE, else a
                              passphrase)
    --lang LANG               en, ru or kk: of the answer; where words are given,
                              of these words
    --json                    the answer, and any failure, as JSON
    -h, --help                says what a command does
    -V, --version             says which guvoh this is
  $ guvoh help claim withdraw > a; guvoh claim withdraw --help > b; cmp a b
  $ guvoh help claim
    claim add WORDS [--event EVENT]     adds a figure somebody gave, in its words
    claim import FILE.csv [--event EVENT]
                                        adds the figures of a table, all or none
    claim list [EVENT]                  lists the figures of an event
    claim show ID                       shows one figure with all that is known of
                                        it
    claim withdraw ID --why REASON      withdraws a figure; it stays readable

What a first word does alone stands with its second words, and its options:

  $ guvoh help person
    person who NAME [--born DATE] [--event EVENT]
                                        looks for somebody on the lists: the
                                        likeliest mentions, with the chance of
                                        each and why
    person take-out PERSON MENTION      takes a mention out of a person, for every
                                        later linkage too
    person count EVENT                  counts the people that the lists of an
                                        event document, with a range
    person [PERSON] [--event EVENT]     shows a person: all mentions, and why they
                                        are together; without an id, all persons
                                        of the last linkage
  
  Options of guvoh person [PERSON] [--event EVENT]:
    --event EVENT             the event that the figures belong to, such as
                              june-2019

  $ guvoh help claim withdrew
  guvoh: command "withdrew" does not exist: did you mean "withdraw"?
  [2]

Every command is in the table that the manual page and completion are made from, with help in each language:

  $ guvoh help --commands --lang kk | python3 -c 'import json, sys
  > t = json.load(sys.stdin); print(all(c["help"] for c in t["commands"]), len(t["options"]) > 40)'
  True True
