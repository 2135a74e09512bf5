A passphrase is typed unseen, twice for a new archive; a wrong one opens nothing.

  $ alias type="python3 $ROOT/tests/cli/terminal.py"; shopt -s expand_aliases
  $ type 'four plain words here' 'four plain words here' -- guvoh init a
  New passphrase (several words): 
  The same again: 
  The archive is in "a".
  Its key opens with your passphrase. Without it nobody, not even you, can read the archive: write it down and keep the paper elsewhere.
  $ type 'four plain words here' -- guvoh log -C a | sed 's/T..:..:..Z/T/; s/20..-..-../DAY/'
  Passphrase: 
       0  DAYT  editor        vocab.file x 14
  $ type 'four plain words' -- guvoh log -C a
  Passphrase: 
  guvoh: the passphrase does not open this archive: check the keyboard's language and Caps Lock
  [4]
  $ type 'one' 'one' -- guvoh init b
  New passphrase (several words): 
  The same again: 
  guvoh: the passphrase is too short: use at least 8 bytes, better several words
  [2]
  $ type 'four plain words here' 'four plain words hear' -- guvoh init b
  New passphrase (several words): 
  The same again: 
  guvoh: the two passphrases differ: nothing was made, begin again
  [2]
  $ ls
  a

Without a terminal it is a line of stdin; without one nobody is asked for long:

  $ echo 'four plain words here' | guvoh verify -C a
  The archive is sound: 1 entry checked; files: 0.
  $ echo 'four plain words here' | guvoh log -C a | wc -l
  1
  $ guvoh log -C a < /dev/null
  guvoh: the passphrase is missing, the input ended: type it at the terminal, pipe one line, or use a key file
  [2]
  $ echo 'something else entirely' | guvoh log -C a
  guvoh: the passphrase does not open this archive: check the keyboard's language and Caps Lock
  [4]

Unlocked, it is not asked for until it is locked again:

  $ echo 'four plain words here' | guvoh unlock -C a
  The key is kept until 15 minutes pass without a use, or "guvoh lock".
  $ guvoh log -C a < /dev/null | wc -l
  1
  $ guvoh lock -C a
  The key was forgotten.
  $ guvoh lock -C a
  No key was kept.
  $ guvoh log -C a < /dev/null
  guvoh: the passphrase is missing, the input ended: type it at the terminal, pipe one line, or use a key file
  [2]
  $ guvoh unlock -C nowhere < /dev/null
  guvoh: "nowhere" is no archive: make one with "guvoh init", or name another folder with -C
  [3]
