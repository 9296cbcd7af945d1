// The block in the editor: the side panel that editor.php describes, and the page as the server writes it.

(({ blockEditor, blocks, components, element, serverSideRender }, { title, note, panel }) => {
	const el = element.createElement;
	const NAME = "pass-numerique/test";

	function field({ name, label, help, options, type }, { attributes, setAttributes }) {
		const common = {
			key: name,
			label,
			help,
			value: attributes[name] ?? "",
			// What is empty is not written.
			onChange: (value) => setAttributes({ [name]: value || undefined }),
			__nextHasNoMarginBottom: true,
		};
		return options ? el(components.SelectControl, { ...common, options }) : el(components.TextControl, { ...common, type });
	}

	function Edit(props) {
		return el(
			"div",
			blockEditor.useBlockProps(),
			el(
				blockEditor.InspectorControls,
				null,
				el(components.PanelBody, { title }, panel.map((one) => field(one, props))),
			),
			el("p", { className: "pass-numerique-note" }, el("em", null, note)),
			// Its links must not lead the author away.
			el(components.Disabled, null, el(serverSideRender, { block: NAME, attributes: props.attributes })),
		);
	}

	// What the shortcode says becomes the block's, under the same names.
	const fromShortcode = {
		type: "shortcode",
		tag: "pass_numerique",
		attributes: Object.fromEntries(panel.map(({ name }) => [name, { type: "string", shortcode: ({ named }) => named[name] }])),
	};

	blocks.registerBlockType(NAME, { edit: Edit, save: () => null, transforms: { from: [fromShortcode] } });
})(window.wp, window.passNumerique);
