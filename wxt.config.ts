import { defineConfig } from 'wxt';
import { seoAliases } from './utils/checks/seo/seo-aliases.ts';
import { firstPaint } from './utils/first-paint.ts';
import { openAiDiet } from './utils/llm/openai-diet.ts';
import { stampEngine } from './utils/stamp-engine.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  hooks: { 'build:done': ({ config }) => (config.command === 'build' ? stampEngine(config.outDir) : undefined) },
  vite: () => ({
    plugins: [openAiDiet(), firstPaint()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: seoAliases },
    build: { modulePreload: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fr',
    permissions: ['contextMenus', 'storage', 'activeTab', 'scripting', 'alarms', ...(browser === 'chrome' ? ['sidePanel'] : [])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_action_title__' },
    // A command of our own, not `_execute_action`: that one fires no event, and the shortcut starts the rewrite at once.
    commands: {
      rewrite: { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_command_rewrite__' },
    },
    // Explicit, since Firefox's default policy upgrades a local network's `http:` model server to `https:`.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'reecrire-seo@reecrire-seo.example',
              strict_min_version: '142.0',
              // What the user selects, and the provider's own key, go to the provider that the user chose (docs/privacy.md).
              data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
            },
          },
        }
      : {}),
  }),
});
