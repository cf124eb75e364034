<?php
/**
 * Plugin Name: Stand-in for All in One SEO
 * Version: 4.9.9
 * Seen: 2026-12-01
 *
 * Values in its own storage, shown as `aioseo.currentPost` with the template where a field is empty. Its box, in both
 * editors, holds the whole as JSON in a hidden field that is saved with the post, writes changes down after 250 ms and
 * hears them on `aioseoBus`; a value equal to its template is stored empty. Its route stores the whole at once, and empties
 * what is missing. With the option `aioseo_stand_in_boxless` there is neither box nor bus, as in a copy whose front end is
 * not built.
 */
require_once __DIR__ . '/stand-in-fields.php';

const AIOSEO_STAND_IN = array( 'title' => '#post_title #separator_sa #site_title', 'description' => '#post_excerpt' );

function aioseo_stand_in_read( $id ) {
	return json_decode( (string) get_post_meta( $id, '_aioseo_stand_in', true ), true ) ?: array();
}
function aioseo_stand_in_store( $id, $values ) {
	$values = array_intersect_key( $values, array( 'title' => 1, 'description' => 1, 'keyphrases' => 1 ) );
	foreach ( AIOSEO_STAND_IN as $name => $template ) {
		if ( trim( $values[ $name ] ?? '' ) === $template ) {
			$values[ $name ] = null;
		}
	}
	return (bool) update_post_meta( $id, '_aioseo_stand_in', wp_slash( wp_json_encode( $values + aioseo_stand_in_read( $id ) ) ) );
}

add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'aioseo/v1',
		'/post',
		array(
			'methods'             => 'POST',
			'permission_callback' => '__return_true',
			'callback'            => fn( $request ) => aioseo_stand_in_store( (int) $request['id'], $request->get_json_params() + array( 'title' => null, 'description' => null ) ),
		)
	)
);
add_action(
	'add_meta_boxes',
	fn() => get_option( 'aioseo_stand_in_boxless' ) || add_meta_box( 'aioseo-settings', 'AIOSEO', fn() => print( '<input type="hidden" id="aioseo-post-settings" name="aioseo-post-settings" value="">' ), array( 'post', 'page', 'depeche' ) )
);
add_action(
	'save_post',
	function ( $id ) {
		$posted = json_decode( wp_unslash( $_POST['aioseo-post-settings'] ?? '' ), true );
		if ( $posted && $id === $posted['id'] ) {
			aioseo_stand_in_store( $id, $posted );
		}
	}
);
add_action(
	'admin_enqueue_scripts',
	function () {
		$stored = array_filter( aioseo_stand_in_read( get_the_ID() ) );
		$shown  = $stored + AIOSEO_STAND_IN + array( 'id' => get_the_ID(), 'keyphrases' => array( 'focus' => (object) array(), 'additional' => array() ), 'metaDefaults' => AIOSEO_STAND_IN );
		stand_in_script(
			'window.aioseo = { currentPost: ' . wp_json_encode( $shown ) . " };\n" . <<<'JS'
			( function ( field ) {
				if ( ! field ) return;
				const post = structuredClone( window.aioseo.currentPost );
				const writeDown = () => ( field.value = JSON.stringify( post ) );
				let timer;
				window.aioseoBus = {
					$emit( name, change ) {
						if ( 'standalone-update-post' !== name ) return;
						Object.assign( post, change );
						clearTimeout( timer );
						timer = setTimeout( writeDown, 250 );
					},
				};
				writeDown();
			} )( document.getElementById( 'aioseo-post-settings' ) );
			JS
		);
	}
);
