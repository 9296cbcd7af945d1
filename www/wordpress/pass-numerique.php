<?php
/**
 * Plugin Name:       Pass numérique
 * Description:       Le test « Pass numérique : y avez-vous droit ? » dans une page, par un bloc ou par [pass_numerique]. Rien de ce que les gens répondent ne quitte leur navigateur.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           EUPL-1.2
 * License URI:       https://spdx.org/licenses/EUPL-1.2.html
 * Text Domain:       pass-numerique
 * Domain Path:       /languages
 *
 * Nothing is stored: no option, no table, no cookie. Nothing is asked of another site.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once __DIR__ . '/attributes.php';
require_once __DIR__ . '/render.php';
require_once __DIR__ . '/editor.php';

/** The texts are written in French: whoever reads another language gets the English ones. */
function pass_numerique_language() {
	if ( 0 !== strpos( determine_locale(), 'fr' ) ) {
		load_textdomain( 'pass-numerique', __DIR__ . '/languages/pass-numerique-en_US.mo' );
	}
}

function pass_numerique_register() {
	pass_numerique_language();
	// No version in the address: the name of the file holds the hash of its content.
	wp_register_script( 'pass-numerique', plugins_url( 'assets/' . pass_numerique_loader()['file'], __FILE__ ), array(), null, true );
	pass_numerique_register_editor();
	register_block_type( __DIR__, array( 'render_callback' => 'pass_numerique_block' ) );
	add_shortcode( 'pass_numerique', 'pass_numerique_shortcode' );
}
add_action( 'init', 'pass_numerique_register' );

/** Written when the plugin is made: the name of the loader, and its hash. */
function pass_numerique_loader() {
	static $loader = null;
	if ( null === $loader ) {
		$loader = require __DIR__ . '/assets/loader.php';
	}
	return $loader;
}

/** A module, checked by the browser against the hash; WordPress 6.1 knows neither by itself. */
function pass_numerique_tag( $tag, $handle, $src ) {
	if ( 'pass-numerique' !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array(
			'type'        => 'module',
			'src'         => $src,
			'integrity'   => pass_numerique_loader()['integrity'],
			'crossorigin' => 'anonymous',
		)
	);
}
add_filter( 'script_loader_tag', 'pass_numerique_tag', 10, 3 );

/** The fallback is already written as French is printed. */
function pass_numerique_as_it_is( $tags ) {
	$tags[] = 'pass-numerique';
	return $tags;
}
add_filter( 'no_texturize_tags', 'pass_numerique_as_it_is' );
