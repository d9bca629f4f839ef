import type { ChannelKind, Initiator } from "#touchpoint/model.ts";
import { inBoth, type Bilingual } from "./bilingual.ts";

interface DemoChannel {
  key: string;
  kind: ChannelKind;
  name: Bilingual;
}

interface DemoTeam {
  key: string;
  name: Bilingual;
}

interface DemoTouchpoint {
  key: string;
  name: Bilingual;
  channel: string;
  team: string;
  initiator: Initiator;
}

export const channels: readonly DemoChannel[] = [
  { key: "poster", kind: "poster", name: inBoth("Affichage", "Posters") },
  { key: "radio", kind: "radio", name: inBoth("Radio", "Radio") },
  { key: "web", kind: "web", name: inBoth("Site web", "Website") },
  { key: "app", kind: "app", name: inBoth("Application", "App") },
  { key: "shop", kind: "shop", name: inBoth("Magasin", "Shop") },
  { key: "phone", kind: "phone", name: inBoth("Téléphone", "Phone") },
  { key: "email", kind: "email", name: inBoth("E-mail", "E-mail") },
  { key: "sms", kind: "sms", name: inBoth("SMS", "SMS") },
  { key: "chat", kind: "chat", name: inBoth("Chat", "Chat") },
  { key: "delivery", kind: "delivery", name: inBoth("Livraison", "Delivery") },
  { key: "after-sales", kind: "service", name: inBoth("Après-vente", "After-sales") },
];

export const teams: readonly DemoTeam[] = [
  { key: "brand", name: inBoth("Marque et communication", "Brand and communication") },
  { key: "digital", name: inBoth("Digital", "Digital") },
  { key: "shops", name: inBoth("Magasins", "Shops") },
  { key: "logistics", name: inBoth("Logistique", "Logistics") },
  { key: "customer-service", name: inBoth("Service client", "Customer service") },
  { key: "workshop", name: inBoth("Atelier et après-vente", "Workshop and after-sales") },
];

const touchpoint = (
  key: string,
  name: Bilingual,
  channel: string,
  team: string,
  initiator: Initiator = "customer",
): DemoTouchpoint => ({
  key,
  name,
  channel,
  team,
  initiator,
});

export const touchpoints: readonly DemoTouchpoint[] = [
  touchpoint("poster", inBoth("Affiche en ville", "Street poster"), "poster", "brand", "company"),
  touchpoint("radio-spot", inBoth("Spot radio", "Radio spot"), "radio", "brand", "company"),
  touchpoint("web-inspiration", inBoth("Pages inspiration", "Inspiration pages"), "web", "digital"),
  touchpoint("app-projects", inBoth("Carnet de projet", "Project notebook"), "app", "digital"),
  touchpoint("shop-advice", inBoth("Conseil en rayon", "Advice in the aisle"), "shop", "shops"),
  touchpoint("chat-advice", inBoth("Chat avec un conseiller", "Chat with an adviser"), "chat", "customer-service"),
  touchpoint("web-quote", inBoth("Devis en ligne", "Online quote"), "web", "digital"),
  touchpoint("shop-quote", inBoth("Devis en magasin", "Quote in the shop"), "shop", "shops"),
  touchpoint("shop-appointment", inBoth("Rendez-vous projet", "Project appointment"), "shop", "shops"),
  touchpoint("checkout-shop", inBoth("Caisse", "Checkout"), "shop", "shops"),
  touchpoint("checkout-web", inBoth("Commande en ligne", "Online order"), "web", "digital"),
  touchpoint("order-email", inBoth("E-mail de confirmation", "Confirmation e-mail"), "email", "digital", "company"),
  touchpoint("delivery-date", inBoth("Choix de la date", "Choosing the date"), "web", "logistics"),
  touchpoint("delivery-tracking", inBoth("Suivi de livraison", "Delivery tracking"), "sms", "logistics", "company"),
  touchpoint("delivery", inBoth("Livraison à domicile", "Home delivery"), "delivery", "logistics", "company"),
  touchpoint("phone-help", inBoth("Assistance téléphonique", "Phone support"), "phone", "customer-service"),
  touchpoint("fitting-videos", inBoth("Tutoriels de pose", "Fitting videos"), "app", "digital"),
  touchpoint("after-sales", inBoth("Comptoir après-vente", "After-sales desk"), "after-sales", "workshop"),
  touchpoint(
    "satisfaction-survey",
    inBoth("Enquête de satisfaction", "Satisfaction survey"),
    "email",
    "customer-service",
    "company",
  ),
  touchpoint("online-review", inBoth("Avis en ligne", "Online review"), "web", "brand"),
  touchpoint("repair-request", inBoth("Demande de réparation", "Repair request"), "web", "workshop"),
  touchpoint("repair-news", inBoth("Nouvelles de la réparation", "Repair news"), "sms", "workshop", "company"),
  touchpoint("repair-pickup", inBoth("Retrait de l’outil", "Picking the tool up"), "shop", "workshop"),
];
