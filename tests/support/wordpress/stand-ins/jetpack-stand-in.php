<?php
/**
 * Plugin Name: Stand-in for Jetpack's SEO tools
 * Version: its sources
 * Seen: 2026-12-01
 *
 * Title and description are registered meta of the post, as in Jetpack’s sources. No keyphrase.
 */
add_action(
	'init',
	function () {
		foreach ( array( 'jetpack_seo_html_title', 'advanced_seo_description' ) as $key ) {
			register_post_meta( '', $key, array( 'show_in_rest' => true, 'single' => true, 'type' => 'string', 'default' => '' ) );
		}
	}
);
