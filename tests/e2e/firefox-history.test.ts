import { historySuite } from '../support/history-suite.ts';

historySuite('firefox');
