Three benchmarks as meson would list them, one of which misses a goal and one runs only when it is named:

  $ mkdir -p bin tools && cp "$ROOT"/tools/bench tools/
  $ printf '#!/bin/sh\n' > tools/build
  $ cat > bin/meson <<'END'
  > #!/bin/sh
  > echo '[{"name": "fast", "suite": ["guvoh"], "cmd": ["printf", "scopes\\t0.4\\t1.0\\ts\\tless\\nreads\\t200\\t100\\t/s\\tmore\\n"]},'
  > echo ' {"name": "slow", "suite": ["guvoh"], "cmd": ["printf", "300 claims\\nscopes\\t1.5\\t1.0\\ts\\tless\\n"]},'
  > echo ' {"name": "huge", "suite": ["guvoh:named"], "cmd": ["printf", "rows\\t5\\t10\\tmin\\tless\\n"]}]'
  > END
  $ chmod +x bin/meson tools/build; export PATH="$PWD/bin:$PATH"
  $ tools/bench fast | tr -s ' '
   measured wanted ratio
  fast
   scopes 0.4 1.0 s 0.40
   reads 200 100 /s 0.50
  $ tools/bench > out; echo $?; tail -n 3 out | tr -s ' '
  1
  slow
   300 claims
   scopes 1.5 1.0 s 1.50 missed
  $ grep -c huge out
  0
  [1]
  $ tools/bench huge | tail -n 1 | tr -s ' '
   rows 5 10 min 0.50
  $ tools/bench none
  bench: no benchmark "none"
  [1]
