import { furtherFlow } from '../support/flow-further.ts';
import { mainFlow, sparingFlow } from '../support/flow-main.ts';
import { EVERY_EDITOR, flowSuite } from '../support/flow-suite.ts';

flowSuite(
  'chromium',
  new Map([
    [mainFlow, EVERY_EDITOR],
    [sparingFlow, EVERY_EDITOR],
    [furtherFlow, EVERY_EDITOR],
  ]),
);
