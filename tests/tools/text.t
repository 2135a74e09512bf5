  $ mkdir -p src/base src/face/cli locale docs
  $ seq 15 > src/base/README.md && seq 50 > src/face/cli/README.md
  $ printf '[csv.width]\nen = a\n\n[flag.sum]\nen = b\n' > locale/base.msg
  $ cat > src/base/csv.c <<'END'
  > /* csv.gone in a comment, SELECT a FROM b, "no.key", <p> */
  > return err_fail(e, ERR_INPUT, STR("csv.width"), STR("claims.csv"));
  > if (str_eq(op, STR("csv.read")))
  > use("select one from the list", "a < b > c", "SET");
  > END
  $ echo 'key("flag.", name);' > src/face/cli/flag.c
  $ mkdir src/domain && echo 'OP("csv.read", 1, read, "", "")' > src/domain/ops.def && seq 20 > src/domain/README.md
  $ mkdir -p templates/site && printf '[site.cite]\nen = c\n' > locale/site.msg
  $ echo '<p>{{say site.cite p->title}}</p>' > templates/site/page.html
  $ "$ROOT"/tools/check-text .

A string in the wrong place, keys on one side only, rooms nobody explains, marks of unfinished work:

  $ cat >> src/base/csv.c <<'END'
  > static const char *a = "SELECT x FROM y", *b = "<td class='n'>";
  > if (bad)
  > 	return err_fail(
  > 	    e, ERR_IO, STR("file.full"));
  > return fail_at(r, STR("csv.quote"), line);
  > END
  $ printf '\n[csv.never]\nen = c\n' >> locale/base.msg
  $ seq 14 > src/base/README.md && rm src/face/cli/README.md
  $ echo 'TO''DO: more' > docs/plan.md
  $ echo '<p>{{say site.gone}}</p>' > templates/site/page.html
  $ "$ROOT"/tools/check-text .
  src/base/csv.c:5: SQL in a string; it belongs in schema/
  src/base/csv.c:5: HTML in a string; it belongs in templates/
  src/base/csv.c:8: no sentence for "file.full" in locale/
  src/base/csv.c:9: no sentence for "csv.quote" in locale/
  templates/site/page.html:1: no sentence for "site.gone" in locale/
  locale/base.msg:7: nothing in src/ or templates/ names "csv.never"
  locale/site.msg:1: nothing in src/ or templates/ names "site.cite"
  src/base/README.md:1: 14 lines; 15 to 50 say what a room is for
  src/face/cli:1: a room without a README.md
  docs/plan.md:1: a mark of unfinished work: TO.* (re)
  [1]
