<?php
/**
 * Plugin Name: Stand-in for Rank Math
 * Version: 1.0.273
 * Seen: 2026-12-01
 *
 * Behaves as Rank Math 1.0.273 was seen to on WordPress 7.1: one store in both editors, where an empty title shows its
 * template, no registered meta; changed values go to `rankmath/v1/updateMeta` while the post is saved, in the classic
 * editor with the form.
 */
require_once __DIR__ . '/stand-in-fields.php';

const RANK_MATH_STAND_IN = array( 'title' => 'rank_math_title', 'description' => 'rank_math_description', 'focus_keyword' => 'rank_math_focus_keyword' );

add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'rankmath/v1',
		'/updateMeta',
		array(
			'methods'             => 'POST',
			'permission_callback' => '__return_true',
			'callback'            => function ( $request ) {
				foreach ( $request['meta'] as $key => $value ) {
					'' === $value ? delete_post_meta( $request['objectID'], $key ) : update_post_meta( $request['objectID'], $key, sanitize_text_field( $value ) );
				}
				return array( 'slug' => true );
			},
		)
	)
);

add_action(
	'admin_enqueue_scripts',
	function () {
		global $post;
		$values = array( 'objectID' => $post->ID ?? 0 );
		foreach ( RANK_MATH_STAND_IN as $key ) {
			$values[ $key ] = (string) get_post_meta( $post->ID ?? 0, $key, true );
		}
		$template                  = '%title% %sep% %sitename%';
		$values['rank_math_title'] = $values['rank_math_title'] ?: $template;
		$values['assessor']        = array( 'serpData' => array( 'titleTemplate' => $template ) );
		stand_in_script(
			'const rankMath = window.rankMath = ' . wp_json_encode( $values ) . ";\n" . <<<'JS'
			( function ( data ) {
				let dirty = {};
				const set = ( key ) => ( value ) => {
					dirty[ key ] = value;
					data.dispatch( 'core/editor' )?.editPost?.( { refreshMe: 'refreshUI' } );
					return { type: 'SET', values: { [ key ]: value } };
				};
				const nothing = () => ( { type: 'NONE' } );
				data.register( data.createReduxStore( 'rank-math', {
					reducer: ( state = rankMath, action ) => 'SET' === action.type ? { ...state, ...action.values } : state,
					actions: { updateTitle: set( 'rank_math_title' ), updateDescription: set( 'rank_math_description' ), updateKeywords: set( 'rank_math_focus_keyword' ), updateSerpTitle: nothing, updateSerpDescription: nothing },
					selectors: { getTitle: ( s ) => s.rank_math_title, getDescription: ( s ) => s.rank_math_description, getKeywords: ( s ) => s.rank_math_focus_keyword },
				} ) );
				const send = ( keepalive ) => {
					const meta = dirty;
					dirty = {};
					if ( Object.keys( meta ).length ) wp.apiFetch( { path: 'rankmath/v1/updateMeta', method: 'POST', data: { objectID: rankMath.objectID, objectType: 'post', meta }, keepalive } );
				};
				data.subscribe( () => {
					const editor = data.select( 'core/editor' );
					if ( editor?.isSavingPost?.() && ! editor.isAutosavingPost() ) send( false );
				} );
				document.querySelector( 'form#post' )?.addEventListener( 'submit', () => send( true ) );
			} )( wp.data );
			JS
		);
	}
);
