/** Name of the port between the extension's pages and its background. Apart from the messages, whose schemas a page does not need. */
export const JOB_PORT = 'job';
