import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** What Next calls for one method of a route. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

const api = join(process.cwd(), 'app', 'api');

/** Every route file below /api, as its folder: `v1/rooms/[roomId]/claims`. */
export const routeFolders = (): string[] =>
  readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`${sep}route.ts`))
    .map((file) => dirname(file).split(sep).join('/'))
    .sort();

/** The path of every route of version 1, with parameters in braces as contracts have them. */
export const routePaths = (): string[] =>
  routeFolders()
    .filter((folder) => folder.startsWith('v1/'))
    .map((folder) => folder.slice('v1/'.length).replaceAll('[', '{').replaceAll(']', '}'));

/** What the route file of a path exports, by method. */
export const readHandlers = async (path: string): Promise<Record<string, RouteHandler>> => {
  const folder = path.replaceAll('{', '[').replaceAll('}', ']');
  return (await import(/* @vite-ignore */ join(api, 'v1', folder, 'route.ts'))) as Record<
    string,
    RouteHandler
  >;
};
