<?php
/**
 * Plugin Name: Stand-in for SEOPress
 * Version: 9.7.4
 * Seen: 2026-11-24
 *
 * Behaves as SEOPress 9.7.4 was seen to on WordPress 6.6 on 2026-11-24: title and description are registered meta of
 * every type; in the classic editor a box of inputs; keywords over a route that writes at once.
 */
require_once __DIR__ . '/stand-in-fields.php';

const SEOPRESS_STAND_IN = array( 'titles_title_meta' => '_seopress_titles_title', 'titles_desc_meta' => '_seopress_titles_desc', 'analysis_target_kw_meta' => '_seopress_analysis_target_kw' );

add_action(
	'init',
	function () {
		foreach ( array( '_seopress_titles_title', '_seopress_titles_desc' ) as $key ) {
			register_post_meta( '', $key, array( 'show_in_rest' => true, 'single' => true, 'type' => 'string', 'auth_callback' => '__return_true' ) );
		}
	}
);
add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'seopress/v1',
		'/posts/(?P<id>\d+)/target-keywords',
		array(
			array(
				'methods'             => 'GET',
				'permission_callback' => '__return_true',
				'callback'            => fn( $request ) => array( 'value' => (string) get_post_meta( (int) $request['id'], '_seopress_analysis_target_kw', true ) ),
			),
			array(
				'methods'             => 'PUT',
				'permission_callback' => '__return_true',
				'callback'            => fn( $request ) => update_post_meta( (int) $request['id'], '_seopress_analysis_target_kw', sanitize_text_field( $request['_seopress_analysis_target_kw'] ) ),
			),
		)
	)
);
add_action( 'admin_enqueue_scripts', fn() => stand_in_script( 'window.SEOPRESS_DATA = { POST_ID: ' . (int) get_the_ID() . ' };' ) );
add_action(
	'current_screen',
	function ( $screen ) {
		if ( 'post' === $screen->base && ! $screen->is_block_editor() ) {
			stand_in_box( 'seopress_', SEOPRESS_STAND_IN, 'text' );
		}
	}
);
