/** The name of the table in a database on this machine. */
export const LOCAL_TABLE = 'cleartier'
