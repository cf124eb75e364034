/** `npm run model`: installs and starts the embedded local model and prints its base URL; `-- --stop` ends it. */
import { startModelServer, stopModelServer } from '../support/local-model/model-server.ts';

const say = (line: string) => console.error(line);

try {
  if (process.argv.includes('--stop')) say(stopModelServer() ? 'Server: stopped.' : 'Server: none was running.');
  else console.log(await startModelServer(say));
} catch (error) {
  console.log(
    JSON.stringify({ error: { code: 'model_unavailable', message: error instanceof Error ? error.message : String(error) } }),
  );
  process.exitCode = 1;
}
