/** What the Argdown parser found, as plain data: no cycles, no classes, ends named by title. */

export interface ArgdownRange {
  type: string;
  start: number;
  stop: number;
  url?: string | undefined;
}

export interface ArgdownMember {
  title: string;
  text: string;
  line: number;
  column: number;
  isReference: boolean;
  ranges: ArgdownRange[];
  tags: string[];
}

/** All statements under one title. */
export interface ArgdownStatement {
  title: string;
  members: ArgdownMember[];
  data: unknown;
}

export interface ArgdownStep {
  title: string;
  role: 'premise' | 'conclusion';
  line: number;
  /** Of the inference above a conclusion. */
  rules: string[];
  /** Numbers of the statements that the inference uses, when it says so. */
  uses: number[];
}

export interface ArgdownArgument {
  title: string;
  members: ArgdownMember[];
  data: unknown;
  /** Premises and conclusions, when the argument is written out. */
  steps: ArgdownStep[];
}

export type ArgdownEnd =
  | { kind: 'statement' | 'argument'; title: string }
  | { kind: 'inference'; title: string; conclusion: number };

export interface ArgdownRelation {
  type: 'support' | 'attack' | 'undercut' | 'entails' | 'contrary' | 'contradictory';
  from: ArgdownEnd;
  to: ArgdownEnd;
  line: number;
}

export interface ArgdownModel {
  frontMatter: unknown;
  mode: 'strict' | 'loose';
  statements: ArgdownStatement[];
  arguments: ArgdownArgument[];
  relations: ArgdownRelation[];
  headings: { title: string; line: number }[];
  /** Headings that stand under no other. */
  topSections: number;
  /** Different tags. */
  tags: number;
  /** What the parser skipped; `isAddress` when it was the rest of a web address. */
  comments: { line: number; isAddress: boolean }[];
  /** Shortcodes that became other characters, as they are written. */
  specialCharacters: { written: string; line: number }[];
}
