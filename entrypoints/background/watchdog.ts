/**
 * Keeps the worker awake while a job runs, and brings it back when it died all the same. Measured: both browsers end an
 * idle background after 30 s, a running `fetch` or an open port notwithstanding; a call of the API every 20 s holds it.
 */
import { browser } from 'wxt/browser';

const ALARM = 'watchdog';
const HEARTBEAT_MS = 20_000;

let heartbeat: ReturnType<typeof setInterval> | undefined;

/** Their only work is to start the worker: its start resumes what was running. Firefox forgets alarms when it closes. */
export function registerWatchdog(): void {
  browser.runtime.onStartup.addListener(() => undefined);
  browser.alarms.onAlarm.addListener(() => undefined);
}

export function setAwake(busy: boolean): void {
  clearInterval(heartbeat);
  if (busy) {
    heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
    void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
  } else void browser.alarms.clear(ALARM);
}
