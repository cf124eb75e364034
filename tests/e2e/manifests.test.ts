/** What the built extension asks of the browser and lets others do: no more than docs/privacy.md tells. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../support/extension-build.ts';

const PRIVACY = readFileSync(resolve(import.meta.dirname, '../../docs/privacy.md'), 'utf8');
/** Of the two, only Firefox wants to be told at the installation what leaves. */
const COLLECTED = { chrome: undefined, firefox: ['websiteContent', 'authenticationInfo'] };

interface Manifest {
  permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: Record<string, string>;
  browser_specific_settings?: { gecko: { data_collection_permissions: { required?: string[]; optional?: string[] } } };
}

describe.each(['chrome', 'firefox'] as const)('the extension built for %s', (browser) => {
  const built = async () => {
    const folder = await builtExtension(browser);
    return { folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest };
  };

  test('is open to no page and no other extension, and runs on no page by itself', async () => {
    const { manifest } = await built();
    for (const key of ['externally_connectable', 'web_accessible_resources', 'content_scripts', 'host_permissions'])
      expect(manifest).not.toHaveProperty(key);
  });

  test('runs its own code only', async () => {
    const { folder, manifest } = await built();
    expect(manifest.content_security_policy).toEqual({
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    });
    const pages = globSync('*.html', { cwd: folder });
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'history.html', 'sidepanel.html']));
    for (const page of pages) {
      const html = readFileSync(join(folder, page), 'utf8');
      expect(html).not.toMatch(/(?:src|href)="(?!\/(?!\/))|<script(?![^>]* src=)|\son\w+=/u);
    }
  });

  test('asks for what docs/privacy.md explains, and tells Firefox the same of what leaves', async () => {
    const { manifest } = await built();
    expect(manifest.permissions).toContain('activeTab');
    const named = [...manifest.permissions, ...(COLLECTED[browser] ?? [])];
    expect(named.filter((name) => !PRIVACY.includes(`\`${name}\``))).toEqual([]);
    expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual(
      COLLECTED[browser] && { required: COLLECTED[browser] },
    );
  });
});
