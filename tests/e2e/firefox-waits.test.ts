import { waitsSuite } from '../support/waits-suite.ts';

// With `TEST_FULL=1` also a server that is silent for a minute.
waitsSuite('firefox', { whole: Boolean(process.env['TEST_FULL']) });
