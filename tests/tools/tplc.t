A template becomes a function of C, its header names the types:

  $ tplc="$BUILD"/tools/tplc; mkdir templates
  $ printf '{{use try.h}}\n{{template try_page(const struct try_page *p)}}\n<p>{{p->title}}</p>\n' > templates/try.html
  $ "$tplc" try_tpl.h try_tpl.c templates/try.html && grep -e include -e void try_tpl.h
  #include "try.h"
  #include "kit/tpl/tpl.h"
  void try_page(const struct tpl *t, const struct try_page *p);
  $ sed -n '/^void/,$p' try_tpl.c
  void
  try_page(const struct tpl *t, const struct try_page *p)
  {
  \t(void)p; (esc)
  \tbuf_put(t->out, STR("<p>")); (esc)
  #line 3 "templates/try.html"
  \ttpl_text(t, p->title); (esc)
  \tbuf_put(t->out, STR("</p>")); (esc)
  }

A mistake is one line, and nothing is written:

  $ rm try_tpl.*; printf '{{template try_page(struct str s)}}\n<p>\n<a onclick="{{s}}">x</a></p>\n' > templates/bad.html
  $ "$tplc" try_tpl.h try_tpl.c templates/bad.html
  templates/bad.html:3: an event handler
  [1]
  $ printf '{{template try_page(struct str s)}}\n{{include try_gone(s)}}\n' > templates/bad.html
  $ "$tplc" try_tpl.h try_tpl.c templates/bad.html; "$tplc" a b c.html; ls *.c
  templates/bad.html:2: no such template in this room: try_gone
  c.html:1: cannot be read
  ls: cannot access '*.c': No such file or directory
  [2]
  $ "$tplc"
  usage: tplc OUT.h OUT.c FILE...
  [2]

A type that a place does not take does not compile, in the template's own line:

  $ printf '{{template try_page(struct html drawing, bool yes)}}\n<p>\n<b title="{{drawing}}">{{yes}}</b></p>\n' > templates/bad.html
  $ "$tplc" try_tpl.h try_tpl.c templates/bad.html
  $ LC_ALL=C cc -std=c17 -I"$ROOT"/src -c try_tpl.c 2>&1 | grep -o -e "of type '.*' is not compatible" -e 'bad.html:[0-9]*'
  bad.html:
  of type 'struct html' is not compatible
  bad.html:3
  of type '_Bool' is not compatible
  bad.html:3
