import { killSuite, STAGES } from '../support/kill-suite.ts';

// With `TEST_FULL=1` each stage; else one, beside checking and applying.
killSuite('firefox', process.env['TEST_FULL'] ? STAGES : STAGES.filter(({ stage }) => stage === 'in the middle of section 4'));
