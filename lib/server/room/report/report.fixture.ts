import { readRows, unguardedCell } from '../../../domain/formats/csv-table';
import {
  type Contribution,
  countedVotes,
  type ReportFacts,
  type StanceFact,
} from '../../../domain/room/report/facts';

/** A table of an export by the names of its columns. */
export function tableIn(text: string): Record<string, string>[] {
  const [head, ...rows] = readRows(text.replace(/^\ufeff/, ''));
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, index) => [name, unguardedCell(cells[index] ?? '')])),
  );
}

const stated = (person: string, round: 1 | 2, value: string, reasons: string): StanceFact[] =>
  value === ''
    ? []
    : [
        {
          person,
          round,
          value: value === 'unsure' ? null : Number(value),
          reasons: round === 2 ? reasons.split(' ').filter(Boolean) : [],
        },
      ];

/** The facts behind a report, from nothing but its exported files; claims go by their codes. */
export function factsFromFiles(files: {
  participants: string;
  claims: string;
  votes: string;
  stances: string;
  contributions: string;
}): ReportFacts {
  const participants = tableIn(files.participants);
  const stances = tableIn(files.stances);
  const votes = tableIn(files.votes);
  const codes = tableIn(files.claims).map(({ code = '' }) => code);
  const { tallies } = countedVotes(
    codes,
    votes.map(({ person = '', claim = '', vote }) => ({
      person,
      claimId: claim,
      choice: vote === 'agree' || vote === 'disagree' ? vote : 'pass',
    })),
  );
  return {
    people: stances.map(({ person = '' }) => person),
    tallies,
    votesBy: Object.fromEntries(participants.map(({ alias = '', votes: cast }) => [alias, Number(cast)])),
    stances: stances.flatMap(({ person = '', first = '', second = '', moved_by: reasons = '' }) => [
      ...stated(person, 1, first, reasons),
      ...stated(person, 2, second, reasons),
    ]),
    contributions: tableIn(files.contributions).map(
      ({ alias = '', kind }): Contribution => ({
        person: alias,
        kind: kind === 'claim' ? 'claim' : kind === 'reply' ? 'reply' : 'note',
      }),
    ),
  };
}
