// The way there and back with the client that openapi-generator makes of openapi.yaml for TypeScript.
// Arguments: the address of the service, a key.
import { Configuration, ItemActsApi, OgcApi, ResponseError } from './client/index';

declare const process: { argv: string[]; exitCode: number };

function check(holds: boolean, what: unknown): void {
    if (!holds) {
        throw new Error(JSON.stringify(what));
    }
}

async function thereAndBack(basePath: string, accessToken: string): Promise<void> {
    const configuration = new Configuration({ basePath, accessToken });
    const ogc = new OgcApi(configuration);
    const acts = new ItemActsApi(configuration);
    const collections = await ogc.listCollections();
    check(collections.collections.some(collection => collection.id === 'trees'), collections);

    const created = await acts.createItem({
        collectionId: 'trees',
        itemBody: {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [107.6, 16.48] },
            properties: { species: 'Cây của TypeScript', height: 7.5 },
        },
    });
    const collectionId = 'trees';
    const featureId = String(created.id);

    const read = await ogc.getItem({ collectionId, featureId });
    check(read.properties['species'] === 'Cây của TypeScript', read);
    const [longitude, latitude] = read.geometry?.coordinates ?? [];
    check(Math.abs(longitude - 107.6) < 1e-7 && Math.abs(latitude - 16.48) < 1e-7, read);

    const filter = "species = 'Cây của TypeScript'";
    const found = await ogc.listItems({ collectionId, filter, bbox: [107.5, 16.4, 107.7, 16.5] });
    check(found.features.length === 1 && String(found.features[0].id) === featureId, found);

    await acts.deleteItem({ collectionId, featureId, ifMatch: '*' });
    const gone = await ogc.getItem({ collectionId, featureId }).catch(error => error);
    check(gone instanceof ResponseError && gone.response.status === 404, gone);
}

thereAndBack(process.argv[2], process.argv[3]).then(
    () => console.log('There and back'),
    error => {
        console.error(error);
        process.exitCode = 1;
    });
