// The command line of Standpoint: `npm run -s standpoint -- <command> …`. Only the result goes to standard output.

/** Commands by name; each is loaded when it is called. */
const commands: Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>> = {
  convert: () => import('@/scripts/standpoint/convert'),
  anchor: () => import('@/scripts/standpoint/anchor'),
  strength: () => import('@/scripts/standpoint/strength'),
  stance: () => import('@/scripts/standpoint/stance'),
  'import-polis': () => import('@/scripts/standpoint/import-polis'),
  schema: () => import('@/scripts/standpoint/schema'),
  annotations: () => import('@/scripts/standpoint/annotations'),
};

const usage = `Usage: npm run -s standpoint -- <command> …

  convert      a map from one format to another
  anchor       where annotated passages are in edited texts
  strength     how strong the claims of a map are
  stance       where the people of a Polis export stand, and what divides and unites them
  import-polis a Polis export as a debate with a class that holds its votes
  schema       prints the JSON Schema of own JSON
  annotations  whether files are sound W3C Web Annotations

convert, anchor, strength, stance, import-polis and annotations say more about themselves when they are called without arguments.
`;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  const { run } = await command();
  process.exitCode = await run(args);
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
