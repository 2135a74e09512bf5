The compiler of sentences refuses what a reviewer would miss, with file and line.

  $ alias msgc=$BUILD/src/face/say/msgc; shopt -s expand_aliases
  $ cat > good.msg <<'END'
  > # a comment
  > [room.files]
  > en = {0} file|{0} files
  > ru = {0} файл|{0#} файла|{0} файлов
  > kk = {0#} файл
  > [room.days]
  > en = days: {2019-06-09,2019-06-10}\nor one | two
  > ru = дни
  > kk = күндер
  > END
  $ msgc --keys good.msg
  good.msg:6: plural forms, but no {0} to choose by: room.days
  [2]
  $ sed -i 's/ | two/ \\| two/' good.msg; msgc --keys good.msg
  room.days
  room.files
  $ msgc --table table.c good.msg; grep -c STR_INIT table.c
  6
  $ (echo 'review = no'; cat good.msg) > unreviewed.msg; msgc --keys unreviewed.msg
  room.days (not reviewed by a speaker)
  room.files (not reviewed by a speaker)
  $ cat > bad.msg <<'END'
  > en = before a key
  > [nodot]
  > [room.one]
  > en = {0} of {1}
  > en = again
  > ru = {0}
  > [room.two]
  > en = one|two|three
  > ru = a {7} {x} {8#} {0 #}
  > kk =
  > de = nein
  > [room.files]
  > en = a
  > ru = b
  > kk = c
  > END
  $ msgc --table table.c good.msg bad.msg
  bad.msg:1: a line before the first [key]: en = before a key
  bad.msg:2: a key is [room.what] of a-z 0-9 . _ -, not [nodot]
  bad.msg:5: the language stands twice: en
  bad.msg:10: no text for kk
  bad.msg:11: expected en, ru, kk = text, or review = no, not: de = nein
  bad.msg:12: the key stands twice: room.files, see good.msg:2
  bad.msg:3: not the same {n} as in en: ru
  bad.msg:3: no text in kk
  bad.msg:7: not as many plural forms as the language has: en
  bad.msg:7: plural forms, but no {0} to choose by: room.two
  bad.msg:7: only {0} to {5} can be filled in, not {7}
  bad.msg:7: only {0} to {5} can be filled in, not {x}
  bad.msg:7: only {0} to {5} can be filled in, not {8#}
  bad.msg:7: no text in kk
  [2]
  $ printf '[room.bytes]\nen = \xff\n' > bytes.msg; msgc --keys bytes.msg
  bytes.msg:2: not UTF-8
  bytes.msg:1: no text in en
  bytes.msg:1: no text in ru
  bytes.msg:1: no text in kk
  [2]
  $ msgc --keys nowhere.msg
  nowhere.msg:0: cannot be opened
  [2]
  $ msgc
  usage: msgc --table OUT.c FILE.msg... | msgc --keys FILE.msg...
  [2]
  $ msgc --keys $ROOT/locale/*.msg | grep -c .  > /dev/null
