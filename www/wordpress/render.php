<?php
/**
 * The test as HTML: one function, for the block, its preview and the shortcode.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * @param mixed $given attributes as an author wrote them
 * @return string the element, with what is read in it without JavaScript or WebAssembly
 */
function pass_numerique_render( $given ) {
	list( $kept, $refused ) = pass_numerique_sort( $given );
	wp_enqueue_script( 'pass-numerique' );
	$written = '';
	foreach ( $kept as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return pass_numerique_notice( $refused ) . "<pass-numerique$written>" . pass_numerique_fallback( $kept ) . '</pass-numerique>';
}

function pass_numerique_block( $attributes ) {
	return '<div ' . get_block_wrapper_attributes() . '>' . pass_numerique_render( $attributes ) . '</div>';
}

function pass_numerique_shortcode( $attributes ) {
	return '<div class="wp-block-pass-numerique-test">' . pass_numerique_render( $attributes ) . '</div>';
}

/** Printed by the program for each of its modes; only the citizens' is in English too. */
function pass_numerique_fallback( $kept ) {
	$mode    = $kept['mode'] ?? 'particulier';
	$english = 'en' === ( $kept['lang'] ?? 'fr' ) && 'particulier' === $mode;
	$lang    = $english ? 'en' : 'fr';
	$text    = file_get_contents( __DIR__ . "/repli/$mode-$lang.html" );
	// As deep as the headings of the test.
	$text = preg_replace( '#(</?h)2\b#', '${1}' . ( $kept['heading-level'] ?? '2' ), $text );
	return "<div class=\"repli\" lang=\"$lang\">$text</div>";
}

/** What was refused is told to who writes the page, in the editor, and to nobody else. */
function pass_numerique_notice( $refused ) {
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- it only chooses what is shown to an author.
	$editing = defined( 'REST_REQUEST' ) && REST_REQUEST && 'edit' === ( $_GET['context'] ?? '' ) && current_user_can( 'edit_posts' );
	if ( ! $editing || ! $refused ) {
		return '';
	}
	$labels = array();
	foreach ( $refused as $name ) {
		$labels[] = pass_numerique_fields()[ $name ]['label'];
	}
	/* translators: %s: names of settings, separated by commas. */
	$said = sprintf( __( 'Réglage refusé, le test s’en passe : %s.', 'pass-numerique' ), implode( ', ', $labels ) );
	return '<p class="pass-numerique-refus"><strong>' . esc_html( $said ) . '</strong></p>';
}
