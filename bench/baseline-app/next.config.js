import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // The packages are those of the app: the same versions are compared.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
