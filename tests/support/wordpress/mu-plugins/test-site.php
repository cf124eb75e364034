<?php
/**
 * What a test site does beyond WordPress: signs the administrator in, opens a post in the editor that its meta
 * names, and answers the tests' own REST routes. Nothing of it touches what an editor holds.
 */

/** Real sign-in cookies at the first admin page, so that nonces and the session are WordPress's own. */
add_action(
	'init',
	function () {
		if ( ! is_admin() || wp_doing_ajax() || is_user_logged_in() || wp_installing() || isset( $_COOKIE['test_signed_out'] ) ) {
			return;
		}
		wp_set_auth_cookie( 1, true );
		wp_redirect( $_SERVER['REQUEST_URI'] );
		exit;
	},
	0
);

/** French, without its language pack: WordPress refuses the option itself where the pack is not installed. */
add_filter( 'pre_option_WPLANG', fn() => 'fr_FR' );

/** `_test_editor`: block (default), classic-visual or classic-text. */
function test_site_editor_of( $post ) {
	$post = get_post( $post );
	return $post ? (string) get_post_meta( $post->ID, '_test_editor', true ) : '';
}
add_filter( 'use_block_editor_for_post', fn( $use, $post ) => str_starts_with( test_site_editor_of( $post ), 'classic' ) ? false : $use, 100, 2 );
add_filter(
	'wp_default_editor',
	fn( $editor ) => array( 'classic-visual' => 'tinymce', 'classic-text' => 'html' )[ test_site_editor_of( null ) ] ?? $editor
);

/** `_test_canvas` = inline: one block type of the old API keeps the block editor out of its iframe (up to WordPress 6.9). */
add_action(
	'enqueue_block_editor_assets',
	function () {
		if ( 'inline' === get_post_meta( get_the_ID(), '_test_canvas', true ) ) {
			wp_add_inline_script(
				'wp-blocks',
				"wp.blocks.registerBlockType( 'test/old-api', { apiVersion: 2, title: 'Old API', category: 'text', save: function () { return null; } } );"
			);
		}
	}
);

add_action(
	'init',
	function () {
		register_post_type(
			'depeche',
			array( 'label' => 'Dépêches', 'public' => true, 'show_in_rest' => true, 'supports' => array( 'title', 'editor', 'excerpt', 'custom-fields', 'revisions' ), 'taxonomies' => array( 'post_tag' ) )
		);
	}
);

add_action(
	'rest_api_init',
	function () {
		$open = array( 'permission_callback' => '__return_true' );
		register_rest_route( 'test-site/v1', '/ready', $open + array( 'callback' => 'test_site_make_ready', 'methods' => 'POST' ) );
		register_rest_route( 'test-site/v1', '/posts', $open + array( 'callback' => 'test_site_create_post', 'methods' => 'POST' ) );
		register_rest_route( 'test-site/v1', '/posts/(?P<id>\d+)', $open + array( 'callback' => 'test_site_read_post', 'methods' => 'GET' ) );
		register_rest_route( 'test-site/v1', '/posts/(?P<id>\d+)', $open + array( 'callback' => 'test_site_update_post', 'methods' => 'POST' ) );
		register_rest_route( 'test-site/v1', '/posts/(?P<id>\d+)/lock', $open + array( 'callback' => 'test_site_lock_post', 'methods' => 'POST' ) );
		register_rest_route( 'test-site/v1', '/role', $open + array( 'callback' => 'test_site_set_role', 'methods' => 'POST' ) );
		register_rest_route( 'test-site/v1', '/plugins', $open + array( 'callback' => 'test_site_activate', 'methods' => 'POST' ) );
	}
);

/** Once, right after the installation: a French site, no welcome guide, no sample content. */
function test_site_make_ready() {
	global $wpdb, $wp_version, $wp_rewrite;
	$wp_rewrite->set_permalink_structure( '/%postname%/' );
	update_option( 'timezone_string', 'Europe/Paris' );
	flush_rewrite_rules();
	$preferences = array(
		'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => true, 'welcomeGuideTemplate' => false ),
		'core/edit-site' => array( 'welcomeGuide' => false, 'welcomeGuidePage' => false, 'welcomeGuideTemplate' => false ),
		'core'           => array( 'enableChoosePatternModal' => false ),
		'_modified'      => gmdate( 'c' ),
	);
	update_user_meta( 1, $wpdb->get_blog_prefix() . 'persisted_preferences', $preferences );
	update_user_meta( 1, 'show_welcome_panel', 0 );
	foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $post ) {
		wp_delete_post( $post->ID, true );
	}
	return array( 'version' => $wp_version );
}

function test_site_create_post( $request ) {
	wp_set_current_user( 1 );
	$asked = $request->get_json_params();
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $asked['title'] ?? '',
				'post_content' => $asked['content'] ?? '',
				'post_status'  => $asked['status'] ?? 'draft',
				'post_type'    => $asked['type'] ?? 'post',
				'post_name'    => $asked['slug'] ?? '',
				'post_excerpt' => $asked['excerpt'] ?? '',
				'meta_input'   => array_filter( array( '_test_editor' => $asked['editor'] ?? '', '_test_canvas' => $asked['canvas'] ?? '' ) ) + ( $asked['meta'] ?? array() ),
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		return $id;
	}
	wp_set_post_tags( $id, $asked['tags'] ?? array() );
	return array( 'id' => $id );
}

/** A colleague opens the post, as WordPress notes it: they have it for the next minutes. */
function test_site_lock_post( $request ) {
	$name = $request->get_json_params()['name'];
	$login = sanitize_user( remove_accents( $name ), true );
	$user = username_exists( $login );
	if ( ! $user ) {
		$user = wp_insert_user( array( 'user_login' => $login, 'user_pass' => 'colleague', 'display_name' => $name, 'role' => 'editor' ) );
	}
	return array( 'locked' => update_post_meta( (int) $request['id'], '_edit_lock', time() . ':' . $user ) );
}

/** What the administrator may do from now on. */
function test_site_set_role( $request ) {
	( new WP_User( 1 ) )->set_role( $request->get_json_params()['role'] );
	return array( 'role' => $request->get_json_params()['role'] );
}

/** As a colleague would: past any editor that is open. */
function test_site_update_post( $request ) {
	wp_set_current_user( 1 );
	$asked = $request->get_json_params();
	$post = array( 'ID' => (int) $request['id'] );
	foreach ( array( 'title' => 'post_title', 'content' => 'post_content', 'status' => 'post_status', 'slug' => 'post_name', 'excerpt' => 'post_excerpt' ) as $from => $to ) {
		if ( isset( $asked[ $from ] ) ) {
			$post[ $to ] = $asked[ $from ];
		}
	}
	wp_update_post( wp_slash( $post ) );
	return test_site_read_post( $request );
}

function test_site_read_post( $request ) {
	$post = get_post( (int) $request['id'] );
	if ( ! $post ) {
		return new WP_Error( 'no_post', 'No such post', array( 'status' => 404 ) );
	}
	return array(
		'id'      => $post->ID,
		'title'   => $post->post_title,
		'content' => $post->post_content,
		'status'  => $post->post_status,
		'type'    => $post->post_type,
		'slug'    => $post->post_name,
		'excerpt' => $post->post_excerpt,
		'tags'    => wp_get_post_tags( $post->ID, array( 'fields' => 'names' ) ),
		'meta'    => (object) array_map( fn( $values ) => $values[0], get_post_meta( $post->ID ) ),
	);
}

/** Not silently: plugins do their set-up in the activation hooks. `options` are WordPress options set before. */
function test_site_activate( $request ) {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	wp_set_current_user( 1 );
	foreach ( $request->get_json_params()['options'] ?? array() as $name => $value ) {
		update_option( $name, $value );
	}
	foreach ( $request->get_json_params()['plugins'] as $plugin ) {
		$done = activate_plugin( $plugin );
		if ( is_wp_error( $done ) ) {
			return $done;
		}
	}
	return array( 'active' => get_option( 'active_plugins' ) );
}
