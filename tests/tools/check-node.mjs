// The project brings its own Node 24 as an optional platform package. npm goes on silently when that package
// could not be installed, and everything after would fail in stranger ways: say it here.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Réécrire SEO needs Node 24; this is ${process.version}. The bundled one is missing: run "npm ci" without --omit=optional, or install Node 24.`,
  );
  process.exit(1);
}
