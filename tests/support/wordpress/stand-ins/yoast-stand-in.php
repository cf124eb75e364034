<?php
/**
 * Plugin Name: Stand-in for Yoast SEO
 * Version: 28.4-RC1
 * Seen: 2026-11-24
 *
 * Behaves as Yoast SEO 28.4-RC1 was seen to on WordPress 7.1 on 2026-11-24: a store in both editors whose values are
 * copied into hidden inputs that the form or the meta box sends; a value equal to its template is sent empty; its meta
 * is registered for posts only, and a change of the registered meta resets the store from it. The templates, which 28.4's
 * store knows and that of 24.0 and 21.0 does not, stand in its page's data in all three (seen on 2026-12-01).
 */
require_once __DIR__ . '/stand-in-fields.php';

const YOAST_STAND_IN = array( 'title' => '_yoast_wpseo_title', 'metadesc' => '_yoast_wpseo_metadesc', 'focuskw' => '_yoast_wpseo_focuskw' );

add_action(
	'init',
	function () {
		foreach ( YOAST_STAND_IN as $key ) {
			register_post_meta( 'post', $key, array( 'show_in_rest' => true, 'single' => true, 'type' => 'string', 'default' => '', 'auth_callback' => '__return_true' ) );
		}
	}
);
stand_in_box( 'yoast_wpseo_', YOAST_STAND_IN, 'hidden' );

add_action(
	'admin_enqueue_scripts',
	fn() => stand_in_script(
		<<<'JS'
		( function ( data ) {
			const templates = { title: '%%title%% %%sep%% %%sitename%%', description: '' };
			window.wpseoScriptData = { metabox: { title_template: templates.title, metadesc_template: templates.description } };
			const input = ( name ) => document.getElementById( 'yoast_wpseo_' + name );
			const start = () => ( {
				title: input( 'title' )?.value || templates.title,
				description: input( 'metadesc' )?.value || '',
				keyphrase: input( 'focuskw' )?.value || '',
			} );
			data.register( data.createReduxStore( 'yoast-seo/editor', {
				reducer: ( state = start(), action ) => 'SET' === action.type ? { ...state, ...action.values } : state,
				actions: {
					updateData: ( values ) => ( { type: 'SET', values } ),
					setFocusKeyword: ( keyphrase ) => ( { type: 'SET', values: { keyphrase } } ),
				},
				selectors: {
					getSnippetEditorData: ( { title, description } ) => ( { title, description } ),
					getSnippetEditorTemplates: () => templates,
					getFocusKeyphrase: ( state ) => state.keyphrase,
				},
			} ) );
			const select = data.select( 'yoast-seo/editor' );
			let meta = JSON.stringify( data.select( 'core/editor' )?.getEditedPostAttribute?.( 'meta' ) );
			data.subscribe( () => {
				const edited = data.select( 'core/editor' )?.getEditedPostAttribute?.( 'meta' );
				if ( edited && '_yoast_wpseo_title' in edited && meta !== undefined && JSON.stringify( edited ) !== meta ) {
					meta = JSON.stringify( edited );
					data.dispatch( 'yoast-seo/editor' ).updateData( { title: edited._yoast_wpseo_title || templates.title, description: edited._yoast_wpseo_metadesc, keyphrase: edited._yoast_wpseo_focuskw } );
				}
				meta ??= JSON.stringify( edited );
				const { title, description } = select.getSnippetEditorData();
				if ( ! input( 'title' ) ) return;
				input( 'title' ).value = title === templates.title ? '' : title;
				input( 'metadesc' ).value = description;
				input( 'focuskw' ).value = select.getFocusKeyphrase();
			} );
		} )( wp.data );
		JS
	)
);
