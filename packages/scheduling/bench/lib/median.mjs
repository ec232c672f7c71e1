/** CPU milliseconds per run: the median of five rounds after a warm-up, so that a busy machine disturbs little. */
export function median(run, round = 100) {
  const began = performance.now();
  do run();
  while (performance.now() - began < 3 * round);
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    const start = performance.now();
    let runs = 0;
    do {
      run();
      runs++;
    } while (performance.now() - start < round);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / runs;
  });
  return rounds.sort((a, b) => a - b)[2];
}

/** Prints one line per contender: time, and how many times the first one's it is. */
export function table(title, rows) {
  console.log(`\n${title} (CPU time, median of 5)`);
  for (const { name, ms, note = "" } of rows) {
    const ratio = ms / rows[0].ms;
    const times = ratio.toLocaleString("en", { maximumFractionDigits: ratio < 10 ? 1 : 0 });
    console.log(
      `  ${name.padEnd(46)} ${ms.toPrecision(3).padStart(9)} ms ${times.padStart(8)} times  ${note}`,
    );
  }
}
