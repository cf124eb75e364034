<?php
/**
 * Plugin Name: Stand-in for All in One SEO
 * Version: 4.9.9
 * Seen: 2026-11-24
 *
 * Behaves as All in One SEO 4.9.9 without its built front end: values in its own storage, shown as `aioseo.currentPost`,
 * written at once by the REST field `aioseo_meta_data` (its sources read on 2026-11-24).
 */
require_once __DIR__ . '/stand-in-fields.php';

add_action(
	'rest_api_init',
	fn() => register_rest_field(
		array( 'post', 'page', 'depeche' ),
		'aioseo_meta_data',
		array(
			'get_callback'    => fn( $post ) => json_decode( (string) get_post_meta( $post['id'], '_aioseo_stand_in', true ) ),
			'update_callback' => fn( $value, $post ) => (bool) update_post_meta( $post->ID, '_aioseo_stand_in', wp_slash( wp_json_encode( $value ) ) ),
			'schema'          => array( 'type' => 'object' ),
		)
	)
);
add_action(
	'admin_enqueue_scripts',
	function () {
		$stored = json_decode( (string) get_post_meta( get_the_ID(), '_aioseo_stand_in', true ), true ) ?: array();
		stand_in_script( 'window.aioseo = { currentPost: ' . wp_json_encode( $stored + array( 'title' => '', 'description' => '', 'keyphrases' => array( 'focus' => (object) array(), 'additional' => array() ) ) ) . ' };' );
	}
);
