<?php
/** What the stand-ins for SEO plugins share: a meta box of inputs that is saved with the post, and a script after wp.data. */

/** `$keys`: name of the field => meta key. An empty value deletes the meta. */
function stand_in_box( $prefix, $keys, $type ) {
	add_action(
		'add_meta_boxes',
		fn() => add_meta_box(
			$prefix . 'box',
			'SEO',
			function ( $post ) use ( $prefix, $keys, $type ) {
				foreach ( $keys as $name => $key ) {
					printf( '<input type="%1$s" id="%2$s" name="%2$s" value="%3$s">', $type, esc_attr( $prefix . $name ), esc_attr( get_post_meta( $post->ID, $key, true ) ) );
				}
			},
			array( 'post', 'page', 'depeche' )
		)
	);
	add_action(
		'save_post',
		function ( $id ) use ( $prefix, $keys ) {
			foreach ( $keys as $name => $key ) {
				$value = $_POST[ $prefix . $name ] ?? null;
				if ( null === $value ) {
					continue;
				}
				'' === $value ? delete_post_meta( $id, $key ) : update_post_meta( $id, $key, sanitize_text_field( $value ) );
			}
		}
	);
}

function stand_in_script( $script ) {
	if ( in_array( get_current_screen()->base, array( 'post' ), true ) ) {
		wp_register_script( 'seo-stand-in', '', array( 'wp-data', 'wp-api-fetch' ), '1', true );
		wp_enqueue_script( 'seo-stand-in' );
		wp_add_inline_script( 'seo-stand-in', "document.addEventListener( 'DOMContentLoaded', function () {\n" . $script . "\n} );" );
	}
}
