<?php
/**
 * Editors beyond WordPress's two: a shop's second editor, a field of formatted text, plain fields, and stand-ins for
 * three page builders, made of the elements that these were seen to have in their sources or public add-ons (2026-11-24).
 * `_test_extra` of a post: `excerpt-editor`, `field-editor`, `elementor`, `divi` or `wpbakery`.
 */

function test_site_extra( $post = null ) {
	$post = get_post( $post );
	return $post ? (string) get_post_meta( $post->ID, '_test_extra', true ) : '';
}

/** As WooCommerce 3 to 10 edits the short description: TinyMCE in place of the excerpt's textarea. */
add_action(
	'add_meta_boxes',
	function () {
		$box = array(
			'excerpt-editor' => fn( $post ) => wp_editor( htmlspecialchars_decode( $post->post_excerpt, ENT_QUOTES ), 'excerpt', array( 'textarea_name' => 'excerpt', 'quicktags' => true ) ),
			// As Advanced Custom Fields names a field of type « wysiwyg ».
			'field-editor'   => fn( $post ) => wp_editor( (string) get_post_meta( $post->ID, 'encadre', true ), 'acf-editor-1', array( 'textarea_name' => 'acf[encadre]' ) ),
			'divi'           => fn() => print( '<input type="hidden" id="et_pb_use_builder" name="et_pb_use_builder" value="on"><div id="et_pb_main_container"></div>' ),
			'wpbakery'       => fn() => print( '<input type="hidden" id="wpb_vc_js_status" name="wpb_vc_js_status" value="true"><div id="wpb_visual_composer"></div>' ),
		)[ test_site_extra() ] ?? null;
		if ( ! $box ) {
			return;
		}
		remove_meta_box( 'postexcerpt', null, 'normal' );
		add_meta_box( 'test-extra', 'Autre éditeur', $box, 'post', 'normal' );
	},
	100
);
add_action( 'save_post', fn( $id ) => isset( $_POST['acf']['encadre'] ) && update_post_meta( $id, 'encadre', wp_kses_post( $_POST['acf']['encadre'] ) ) );

/** Elementor marks the edit screen of its posts, and has an action of its own whose view stands in a frame. */
add_filter( 'admin_body_class', fn( $classes ) => 'elementor' === test_site_extra() ? "$classes elementor-editor-active" : $classes );
add_action(
	'post_action_elementor',
	function ( $id ) {
		$widgets = '<div class="elementor-element elementor-widget elementor-widget-heading"><div class="elementor-element-overlay">Modifier</div><div class="elementor-widget-container"><h2>Le démenti</h2></div></div>'
			. '<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>Le Kremlin <strong>dément</strong>.</p></div></div>'
			. '<div class="elementor-element elementor-widget elementor-widget-image"><img src="/a.png" alt=""></div>';
		$view    = '<body class="elementor-editor-active"><div data-elementor-type="wp-post">' . $widgets . '</div></body>';
		echo '<!doctype html><html lang="fr-FR"><body class="elementor-editor-active"><div id="elementor-panel">Widgets</div><iframe id="elementor-preview-iframe" srcdoc="' . esc_attr( $view ) . '"></iframe></body></html>';
		exit;
	}
);

/** Divi's visual builder is the public page with `et_fb=1`; WPBakery's « frontend editor » an admin page around it. */
add_action(
	'template_redirect',
	function () {
		if ( isset( $_GET['et_fb'] ) ) {
			echo '<!doctype html><html lang="fr-FR"><body class="et-fb"><div id="et-fb-app"><div class="et_pb_module et_pb_text"><div class="et_pb_text_inner"><h2>Le démenti</h2><p>Le Kremlin <strong>dément</strong>.</p></div></div></div></body></html>';
			exit;
		}
	}
);
add_action(
	'admin_init',
	function () {
		if ( 'vc_inline' === ( $_GET['vc_action'] ?? '' ) ) {
			$view = '<body><div class="vc_element"><div class="vc_controls">Colonne</div><div class="wpb_text_column"><div class="wpb_wrapper"><h2>Le démenti</h2><p>Le Kremlin <strong>dément</strong>.</p></div></div></div></body>';
			echo '<!doctype html><html lang="fr-FR"><body class="vc_editor"><iframe id="vc_inline-frame" srcdoc="' . esc_attr( $view ) . '"></iframe></body></html>';
			exit;
		}
	}
);

/** An admin page whose only editor is a TinyMCE of a plugin, and one that has plain fields only. */
add_action(
	'admin_menu',
	function () {
		add_menu_page( 'Encadré', 'Encadré', 'edit_posts', 'test-lone-editor', fn() => wp_editor( '<p>Un encadré <em>ancien</em>.</p><p>Sa suite.</p>', 'encadre' ) );
		add_menu_page(
			'Champs',
			'Champs',
			'edit_posts',
			'test-plain-fields',
			fn() => print( '<textarea id="plain" rows="6">Un premier paragraphe.' . "\n\n" . 'Un second.</textarea><div id="editable" contenteditable="true"><p>Un texte <b>gras</b>.</p></div>' )
		);
	}
);
