import { lifetimeSuite } from '../support/lifetime-suite.ts';

lifetimeSuite('firefox', { whole: true });
