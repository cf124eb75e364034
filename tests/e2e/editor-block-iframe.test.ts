import { editorSuite } from '../support/editor-suite.ts';

editorSuite('block');
