/** Lowest Node.js that the packages run on, by major line. */
const lowest = [20, 19];

/** Ends the process with a sentence when Node.js is too old for what follows. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return;
  console.error(
    `Standpoint needs Node.js ${lowest.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and try again.',
  );
  process.exit(1);
};
