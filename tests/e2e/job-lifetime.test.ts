import { lifetimeSuite } from '../support/lifetime-suite.ts';

lifetimeSuite('chromium', { whole: true });
