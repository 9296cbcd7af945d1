<?php
/**
 * The side panel of the block: its fields, and the script that draws them.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The fields of the panel, in their order. A choice that says nothing comes first: the test then decides. */
function pass_numerique_fields() {
	return array(
		'mode'          => array(
			'label'   => __( 'Pour qui', 'pass-numerique' ),
			'options' => array(
				''        => __( 'Le public', 'pass-numerique' ),
				'guichet' => __( 'Un agent à son guichet', 'pass-numerique' ),
				'classe'  => __( 'Un lycée, pour une classe', 'pass-numerique' ),
			),
		),
		'lang'          => array(
			'label'   => __( 'Langue du premier écran', 'pass-numerique' ),
			'help'    => __( 'La personne en change quand elle veut.', 'pass-numerique' ),
			'options' => array(
				''          => __( 'Français', 'pass-numerique' ),
				'fr-simple' => __( 'Français facile à lire', 'pass-numerique' ),
				'en'        => __( 'Anglais', 'pass-numerique' ),
			),
		),
		'theme'         => array(
			'label'   => __( 'Couleurs', 'pass-numerique' ),
			'options' => array(
				''       => __( 'Claires ou sombres, comme l’appareil', 'pass-numerique' ),
				'clair'  => __( 'Toujours claires', 'pass-numerique' ),
				'sombre' => __( 'Toujours sombres', 'pass-numerique' ),
			),
		),
		'heading-level' => array(
			'label'   => __( 'Niveau des titres', 'pass-numerique' ),
			'options' => array(
				''  => '2',
				'3' => '3',
				'4' => '4',
				'5' => '5',
			),
		),
		'portail'       => array(
			'label' => __( 'Adresse du portail des demandes', 'pass-numerique' ),
			'help'  => __( 'Commence par https://. Vide : celle de l’acte.', 'pass-numerique' ),
			'type'  => 'url',
		),
		'contact'       => array(
			'label' => __( 'Qui peut aider', 'pass-numerique' ),
			'help'  => __( 'https://…, tel:+33… ou mailto:…', 'pass-numerique' ),
			'type'  => 'text',
		),
		'date-depot'    => array(
			'label' => __( 'Jour de la demande', 'pass-numerique' ),
			'help'  => __( 'Vide : aujourd’hui.', 'pass-numerique' ),
			'type'  => 'date',
		),
		'historique'    => array(
			'label'   => __( 'Bouton Retour du navigateur', 'pass-numerique' ),
			'options' => array(
				''    => __( 'Revient à l’écran d’avant', 'pass-numerique' ),
				'non' => __( 'Quitte la page', 'pass-numerique' ),
			),
		),
	);
}

/** The names of the options in their order: JSON would sort those that look like numbers. */
function pass_numerique_panel() {
	$panel = array();
	foreach ( pass_numerique_fields() as $name => $field ) {
		if ( isset( $field['options'] ) ) {
			$options = array();
			foreach ( $field['options'] as $value => $label ) {
				$options[] = array(
					'value' => (string) $value,
					'label' => $label,
				);
			}
			$field['options'] = $options;
		}
		$panel[] = array( 'name' => $name ) + $field;
	}
	return $panel;
}

function pass_numerique_register_editor() {
	wp_register_script(
		'pass-numerique-editor',
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-server-side-render' ),
		'@VERSION@',
		true
	);
}

/** The words are read late: the language of whoever edits is known by then. */
function pass_numerique_words() {
	$words = array(
		'title' => __( 'Réglages du test', 'pass-numerique' ),
		'note'  => __( 'Aperçu sans JavaScript. Le test prend cette place dans la page publiée.', 'pass-numerique' ),
		'panel' => pass_numerique_panel(),
	);
	wp_add_inline_script( 'pass-numerique-editor', 'var passNumerique = ' . wp_json_encode( $words, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', 'pass_numerique_words', 1 );
