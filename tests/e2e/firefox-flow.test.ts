/** The same suite in Firefox: its main part, or with `TEST_FULL=1` the whole. */
import { furtherFlow } from '../support/flow-further.ts';
import { mainFlow, sparingFlow } from '../support/flow-main.ts';
import { EVERY_EDITOR, flowSuite } from '../support/flow-suite.ts';

const whole = Boolean(process.env['TEST_FULL']);

flowSuite(
  'firefox',
  new Map([
    [mainFlow, EVERY_EDITOR],
    [sparingFlow, whole ? EVERY_EDITOR : ['block']],
    [furtherFlow, whole ? EVERY_EDITOR : []],
  ]),
);
