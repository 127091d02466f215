/** Stands for a bundle of styles: tests see no styles. */
export default [];
