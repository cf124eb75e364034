import { lifetimeSuite } from '../support/lifetime-suite.ts';

// With `TEST_FULL=1` also the alarm, which takes half a minute.
lifetimeSuite('firefox', { whole: Boolean(process.env['TEST_FULL']) });
