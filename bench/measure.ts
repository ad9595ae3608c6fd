// How things are measured: load from autocannon in this process, CPU of the server process from /proc, medians of rounds
// that alternate between the candidates, so that a change of the machine's speed meets all of them.

import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** CPU that a process has used, in milliseconds; null where there is no /proc. */
export function cpuMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Fields 14 and 15 (utime, stime), counted from after the name; ticks are 10 ms on Linux.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

export interface Load {
  requestsPerSecond: number;
  /** Server CPU for one request, in milliseconds. */
  cpuMsPerRequest: number | null;
  failures: number;
}

/** Runs one load against a server for `seconds` and reports it. */
export async function load(
  options: Omit<autocannon.Options, 'duration'>,
  pid: number,
  seconds: number,
): Promise<Load> {
  const before = cpuMs(pid);
  const result = await autocannon({ ...options, duration: seconds });
  const after = cpuMs(pid);
  const done = result['2xx'];
  return {
    requestsPerSecond: done / result.duration,
    cpuMsPerRequest: before === null || after === null || done === 0 ? null : (after - before) / done,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Runs every candidate once a round, in turn, and gives each one's runs. */
export async function inRounds<T>(
  candidates: Readonly<Record<string, () => Promise<T>>>,
  rounds: number,
): Promise<Record<string, T[]>> {
  const runs: Record<string, T[]> = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(candidates)) runs[name]?.push(await run());
  }
  return runs;
}

export interface Row {
  what: string;
  ours: string;
  baseline: string;
  ratio: string;
  goal: string;
  holds: '' | 'yes' | 'no';
}

/** One line of the table. `most` and `least` are goals on the ratio of ours to the baseline. */
export function row(
  what: string,
  ours: number,
  baseline: number,
  unit: string,
  { most, least }: { most?: number; least?: number } = {},
): Row {
  const ratio = ours / baseline;
  const holds = (most === undefined || ratio <= most) && (least === undefined || ratio >= least);
  const show = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  const goal = most === undefined ? (least === undefined ? '' : `>= ${least} x`) : `<= ${most} x`;
  return {
    what,
    ours: show(ours),
    baseline: show(baseline),
    ratio: `${ratio.toFixed(2)} x`,
    goal,
    holds: goal === '' ? '' : holds ? 'yes' : 'no',
  };
}
