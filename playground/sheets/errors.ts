// Google's texts (platform facts, 13). The platform says them in the user's language: no code may match on them, so the
// stand-in can say them in German and French too.
export const TEXTS = {
  allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
  allColumns: 'Sorry, it is not possible to delete all non-frozen columns.',
  outOfBounds: 'Those rows are out of bounds.',
  columnsOutOfBounds: 'Those columns are out of bounds.',
  outsideSheet: 'The coordinates of the range are outside the dimensions of the sheet.',
  tooLong: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  typedColumns: 'This operation is not allowed on cells in typed columns.',
  otherSheetRule: 'Conditional format rule cannot reference a different sheet.',
  emptyRange: 'The number of rows in the range must be at least 1.',
  emptyColumns: 'The number of columns in the range must be at least 1.',
  mergedSort: 'This operation cannot be performed on a range containing merged cells.',
  rejected: 'The data that you entered violates the data validation rules set on this cell.',
  protected:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  tooManyCells:
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  notWholeLine:
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  storeFull: 'You have exceeded the property storage quota. Please remove some properties and try again.',
  noPermission: 'You do not have permission to perform that action.',
} as const;

type Texts = Readonly<Record<keyof typeof TEXTS, string>>;

const GERMAN: Texts = {
  allRows: 'Es können nicht alle nicht fixierten Zeilen gelöscht werden.',
  allColumns: 'Es können nicht alle nicht fixierten Spalten gelöscht werden.',
  outOfBounds: 'Diese Zeilen liegen außerhalb des zulässigen Bereichs.',
  columnsOutOfBounds: 'Diese Spalten liegen außerhalb des zulässigen Bereichs.',
  outsideSheet: 'Die Koordinaten des Bereichs liegen außerhalb der Dimensionen des Tabellenblatts.',
  tooLong: 'Ihre Eingabe umfasst mehr als die maximal zulässigen 50.000 Zeichen pro Zelle.',
  typedColumns: 'Dieser Vorgang ist für Zellen in typisierten Spalten nicht zulässig.',
  otherSheetRule: 'Die Regel zur bedingten Formatierung kann nicht auf ein anderes Tabellenblatt verweisen.',
  emptyRange: 'Die Anzahl der Zeilen im Bereich muss mindestens 1 betragen.',
  emptyColumns: 'Die Anzahl der Spalten im Bereich muss mindestens 1 betragen.',
  mergedSort: 'Dieser Vorgang kann nicht für einen Bereich mit verbundenen Zellen ausgeführt werden.',
  rejected: 'Die eingegebenen Daten verstoßen gegen die für diese Zelle festgelegten Validierungsregeln.',
  protected:
    'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Bitten Sie den Inhaber der Tabelle, den Schutz aufzuheben.',
  tooManyCells: 'Durch diese Aktion würde das Limit von 10.000.000 Zellen überschritten.',
  notWholeLine: 'Entwicklermetadaten können nur ganzen Zeilen oder Spalten hinzugefügt werden.',
  storeFull: 'Das Speicherkontingent für Eigenschaften ist überschritten.',
  noPermission: 'Sie sind nicht berechtigt, diese Aktion auszuführen.',
};

const FRENCH: Texts = {
  allRows: 'Impossible de supprimer toutes les lignes non figées.',
  allColumns: 'Impossible de supprimer toutes les colonnes non figées.',
  outOfBounds: 'Ces lignes sont hors limites.',
  columnsOutOfBounds: 'Ces colonnes sont hors limites.',
  outsideSheet: 'Les coordonnées de la plage se trouvent en dehors des dimensions de la feuille.',
  tooLong: 'Votre saisie dépasse la limite de 50 000 caractères par cellule.',
  typedColumns: "Cette opération n'est pas autorisée sur les cellules des colonnes typées.",
  otherSheetRule: 'La règle de mise en forme conditionnelle ne peut pas faire référence à une autre feuille.',
  emptyRange: 'Le nombre de lignes de la plage doit être au moins égal à 1.',
  emptyColumns: 'Le nombre de colonnes de la plage doit être au moins égal à 1.',
  mergedSort: 'Cette opération est impossible sur une plage contenant des cellules fusionnées.',
  rejected: 'Les données saisies ne respectent pas les règles de validation de cette cellule.',
  protected:
    'Vous essayez de modifier une cellule ou un objet protégés. Demandez au propriétaire de la feuille de calcul de supprimer la protection.',
  tooManyCells: 'Cette action ferait dépasser la limite de 10 000 000 cellules.',
  notWholeLine: "Les métadonnées de développeur ne s'ajoutent qu'à des lignes ou colonnes entières.",
  storeFull: 'Vous avez dépassé le quota de stockage des propriétés.',
  noPermission: "Vous n'êtes pas autorisé à effectuer cette action.",
};

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { de: GERMAN, fr: FRENCH };
const keys = new Map(Object.entries(TEXTS).map(([key, text]) => [text as string, key as keyof Texts]));

/** What a script catches: the same error, said in the user's language. */
export function inLanguage(error: unknown, language: string): unknown {
  const texts = BY_LANGUAGE[language];
  const key = error instanceof Error ? keys.get(error.message) : undefined;
  return texts && key !== undefined ? new Error(texts[key]) : error;
}
