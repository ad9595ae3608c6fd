import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages become functions at build time, so the browser gets no parser for them (about 10 kB).
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
});

/** @type {import('next').NextConfig} */
const config = {
  // Two servers on one checkout (the app and its tests, say) must not share a build folder.
  distDir: process.env.STANDPOINT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start on a machine without developer packages must not need them.
  typescript: { ignoreBuildErrors: true },
  // No remote images and no optimiser: nothing for a request to reach through us.
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'nodemailer',
    'pg',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  devIndicators: false,
};

export default withNextIntl(config);
