Nobody is named on a page without consent: not in the text, not in what it shows of records.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'Dana Sample was taken to the van.' > talk
  $ guvoh add talk --id talk --kind interview --title Talk --lang en --public > /dev/null
  $ guvoh claim add 5 --event may --lang en --measure detained --place almaty --days 2031-05-12 --class media \
  >   --id c1 --confidentiality public > /dev/null
  $ guvoh record add person --id p1 > /dev/null
  $ guvoh record add act --id a1 > /dev/null
  $ guvoh state p1 name 'Данова Образцова' --lang ru --source talk > /dev/null
  $ guvoh state a1 name 'A detention' --lang en --source talk --public > /dev/null
  $ text() { printf -- '---\ntitle: T\ndek: D\nbyline: B\n---\n%s\n' "$1" > text.md; }
  $ revise() { text "$1"; guvoh publication revise may text.md --lang ru --note N "${@:2}" > /dev/null; }
  $ guvoh publication add may --event may > /dev/null
  $ revise 'Там была Образцова. Потом пришла Данова.'
  $ guvoh publish out
  may ru 1: person p1 is named without consent: take the name out, or record the consent (guvoh consent p1 --use name)
  Nothing was published: mend 1 thing and try again.
  [1]

Another case of it is the same name; one half of it in another paragraph is not.

  $ guvoh publication hide may --lang ru --revision 1 --note N > /dev/null
  $ revise 'Это было с Дановой ОБРАЗЦОВОЙ.'
  $ guvoh publish out | head -1 | cut -c1-41
  may ru 2: person p1 is named without cons
  $ guvoh publication hide may --lang ru --revision 2 --note N > /dev/null
  $ revise "$(printf 'Это образцовая улица.\n\nТам Данова.')"
  $ guvoh publish out | sed 's/^[0-9]*/N/'
  N files were written to out.

An earlier revision that is still shown counts too, until the consent is there:

  $ guvoh publication hide may --lang ru --revision 2 --undo --note N > /dev/null
  $ guvoh publish out | head -1 | cut -c1-29
  may ru 2: person p1 is named 
  $ guvoh consent p1 --use name --source talk --given-by self > /dev/null
  $ guvoh publish out | sed 's/^[0-9]*/N/'
  N files were written to out.
  $ guvoh consent p1 --use name --source talk --withdraw --why 'changed her mind' > /dev/null
  $ guvoh publish out | tail -1
  Nothing was published: mend 1 thing and try again.

A name that a statement says in public is shown with records, so it counts where they are shown:

  $ guvoh publication hide may --lang ru --revision 2 --note N > /dev/null
  $ guvoh state p1 other-name 'Шолпан' --source talk --public > /dev/null
  $ guvoh publish out | sed 's/^[0-9]*/N/'
  N files were written to out.
  $ revise '{{act a1}}'
  $ guvoh publish out | head -1 | cut -c1-29
  may ru 4: person p1 is named 

Records that say nothing in public cannot be asked for:

  $ guvoh record add act --id a2 > /dev/null
  $ guvoh state a2 name 'Another detention' --lang en --source talk > /dev/null
  $ text '{{act a2}}'; guvoh publication revise may text.md --lang ru
  guvoh: line 6: nothing public is said of record "a2": take it out, or say in public what may be shown
  [4]
  $ text '{{act a11}}'; guvoh publication revise may text.md --lang ru
  guvoh: line 6: "a11" is not known here: did you mean "a1"?
  [2]
  $ text '{{act}}'; guvoh publication revise may text.md --lang ru
  guvoh: line 6: "act" lacks ID
  [2]
  $ text '{{law may}}'; guvoh publication revise may text.md --lang ru
  guvoh: line 6: "may" is not known here: docs/publication.md lists what can stand there
  [2]

A new statement about an act moves the text that shows it:

  $ guvoh publication hide may --lang ru --revision 4 --note N > /dev/null
  $ guvoh record add act --id a3 > /dev/null
  $ guvoh publication add other --event may > /dev/null
  $ text '{{act a1}}'; guvoh publication revise other text.md --lang en > /dev/null
  $ guvoh state a1 name 'Ұстау' --lang kk --source talk --public > /dev/null
  $ guvoh publication show other | sed -n 's/s[a-z2-7]\{16\}/ID/; s/"\(a1 name \)[a-z2-7]*"/"\1ID"/; s/.*\(act a1 said .*\)/\1/p'
  act a1 said "-" and now says "a1 name ID": add a revision with a note
