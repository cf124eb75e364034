import { mountJobPage } from './job-page.tsx';

let mounted = false;
const mount = (): void => {
  if (!mounted) mountJobPage('popup');
  mounted = true;
};
// The frame that stands in the page is painted first. A page that is not looked at has no frames.
requestAnimationFrame(() => setTimeout(mount));
setTimeout(mount, 60);
