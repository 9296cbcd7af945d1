<?php
/**
 * What an author may choose, and what is kept of it. Whoever writes a page is not always who answers for the site: an
 * address that leads elsewhere than it seems, or that runs something, is left out.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * For each attribute of the element, in the same words in the block and in the shortcode: a function that gives what
 * is kept of a value, '' for nothing.
 */
function pass_numerique_attributes() {
	return array(
		'mode'          => pass_numerique_one_of( 'particulier', 'guichet', 'classe' ),
		'theme'         => pass_numerique_one_of( 'auto', 'clair', 'sombre' ),
		'lang'          => pass_numerique_one_of( 'fr', 'fr-simple', 'en' ),
		'heading-level' => pass_numerique_one_of( '2', '3', '4', '5' ),
		'historique'    => pass_numerique_one_of( 'oui', 'non' ),
		'date-depot'    => 'pass_numerique_day',
		'portail'       => 'pass_numerique_portal',
		'contact'       => 'pass_numerique_contact',
	);
}

function pass_numerique_one_of( ...$choices ) {
	return function ( $value ) use ( $choices ) {
		return in_array( $value, $choices, true ) ? $value : '';
	};
}

/** A day that exists, YYYY-MM-DD. */
function pass_numerique_day( $value ) {
	return preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $value, $day ) && checkdate( (int) $day[2], (int) $day[3], (int) $day[1] ) ? $value : '';
}

/** An address of the web: `//host`, which has no scheme, and a name before the host, which hides it, are refused. */
function pass_numerique_portal( $value ) {
	if ( preg_match( '/[\s<>"\'`\\\\]/', $value ) || 0 !== stripos( $value, 'https://' ) ) {
		return '';
	}
	$parts = wp_parse_url( $value );
	if ( empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return '';
	}
	return esc_url_raw( $value, array( 'https' ) );
}

/** Somebody who can help: a page, a phone, a letter box. */
function pass_numerique_contact( $value ) {
	if ( preg_match( '/^tel:\+?[0-9][0-9 ().-]*$/iD', $value ) ) {
		return $value;
	}
	if ( 0 === stripos( $value, 'mailto:' ) ) {
		return is_email( substr( $value, 7 ) ) ? $value : '';
	}
	return pass_numerique_portal( $value );
}

/**
 * @param mixed $given what the block or the shortcode says
 * @return array{0: array<string, string>, 1: string[]} what is kept, and the names of what is refused
 */
function pass_numerique_sort( $given ) {
	$kept    = array();
	$refused = array();
	foreach ( pass_numerique_attributes() as $name => $keep ) {
		$value = is_array( $given ) && isset( $given[ $name ] ) ? $given[ $name ] : '';
		$value = is_scalar( $value ) ? trim( (string) $value ) : 'array';
		if ( '' === $value ) {
			continue;
		}
		$right = $keep( $value );
		if ( '' === $right ) {
			$refused[] = $name;
		} else {
			$kept[ $name ] = $right;
		}
	}
	return array( $kept, $refused );
}
